import { describe, expect, it } from 'vitest'
import { employerViewer, insuredViewer, staffViewer } from '../testing/ask.ts'
import { permissions } from './permission-table.ts'
import type { Grant } from './permission-table.ts'
import { actingRole, may, requireMay, requireRow } from './permissions.ts'
import type { Permission } from './permissions.ts'
import { requireUuid } from './uuid.ts'

const employerId = crypto.randomUUID()
const individualId = crypto.randomUUID()
const clerk = employerViewer(employerId)
const insured = insuredViewer(individualId)
const officer = staffViewer(['OFFICER'])
const halfway = { stage: 'MUST_CHANGE_PASSWORD' } as const
const refusal = (work: () => unknown) => {
  try {
    work()
    return 'none'
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code
  }
}

describe('a permission of one kind of people', () => {
  it('lets that kind through, and the type knows it', () => {
    expect(requireMay(clerk, 'declaration:submit').employerId).toBe(employerId)
    expect(requireMay(insured, 'record:read').individualId).toBe(individualId)
    expect(requireMay(officer, 'refund:verify').roles).toEqual(['OFFICER'])
  })

  it.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['another role', staffViewer(['AUDITOR']), 'FORBIDDEN'],
    ['no role at all', staffViewer([]), 'FORBIDDEN'],
    ['somebody who has to change the password first', staffViewer(['OFFICER'], halfway), 'FORBIDDEN'],
    ['a clerk, whatever roles they claim', { ...clerk, roles: ['OFFICER'] as const }, 'FORBIDDEN'],
  ])('not %s', (_who, viewer, code) => {
    expect(refusal(() => requireMay(viewer, 'refund:verify'))).toBe(code)
    expect(may(viewer, 'refund:verify')).toBe(false)
  })
})

describe("another's row", () => {
  it('does not exist for a clerk, whatever is asked about it', () => {
    const [own, other, nobodys] = [{ employerId }, { employerId: crypto.randomUUID() }, { employerId: null }]
    expect(requireMay(clerk, 'refund:read', own, 'refund')).toBe(clerk)
    expect(requireRow(clerk, 'refund:read', own, 'refund')).toBe(own)
    for (const row of [other, nobodys, {}, null, undefined]) {
      expect(refusal(() => requireMay(clerk, 'refund:read', row, 'refund'))).toBe('NOT_FOUND')
      expect(refusal(() => requireRow(clerk, 'refund:read', row, 'refund'))).toBe('NOT_FOUND')
    }
  })

  it('does not exist for an insured person, also of the same employer', () => {
    expect(may(insured, 'premium:explain', { employerId, individualId })).toBe(true)
    expect(may(insured, 'premium:explain', { employerId, individualId: crypto.randomUUID() })).toBe(false)
    expect(may(insured, 'premium:explain', { employerId })).toBe(false)
  })

  it('is any row to staff and to a job, but one that is missing is nobody’s', () => {
    const row = { employerId: crypto.randomUUID() }
    expect(requireRow(officer, 'refund:read', row, 'refund')).toBe(row)
    expect(may({ kind: 'SYSTEM', job: 'debit-due-notices' }, 'notice:pay', row)).toBe(true)
    expect(refusal(() => requireRow(officer, 'refund:read', undefined, 'refund'))).toBe('NOT_FOUND')
  })
})

it('acts in the most senior role that holds the permission', () => {
  const both = staffViewer(['OFFICER', 'HEAD'])
  expect(actingRole(both, 'refund:verify')).toBe('HEAD')
  expect(actingRole(both, 'audit:read')).toBe('HEAD')
  expect(actingRole(staffViewer(['OFFICER', 'AUDITOR']), 'refund:verify')).toBe('OFFICER')
  expect(actingRole(officer, 'audit:read')).toBeUndefined()
  expect(actingRole(clerk, 'refund:read')).toBeUndefined()
})

describe('the table', () => {
  const all = Object.entries(permissions) as [Permission, Grant][]
  const reads = (permission: Permission) => /:(read|list|explain|look-up|history|find|log|statistics)$/.test(permission)
  /** What is every account's own: its password, its sessions, its language, its inbox and views, what it hands in. */
  const ownAccount = [
    'password:change',
    'session:end-all',
    'language:choose',
    'notification:read',
    'notification:settings',
    'saved-view:keep',
    'attachment:hand-in',
    'second-factor:prove',
    'second-factor:enrol',
    'second-factor:remove',
  ]

  /** Nobody's rows: the office's articles are written for everybody who asks. */
  const ofNobody = ['article:read']

  it.each(all.filter(([name]) => !ofNobody.includes(name)))(
    '%s reaches no further than a clerk’s own employer and a person’s own record',
    (_name, grant) => expect([grant.clerk ?? 'own', grant.insured ?? 'own']).toEqual(['own', 'own']),
  )

  it('lets auditors read and nothing else', () => {
    const held = all.filter(([, { staff }]) => staff?.AUDITOR).map(([name]) => name)
    // What they read they may take along as a file, which leaves its own trace.
    const others = held.filter((name) => !reads(name) && !name.endsWith(':export') && !ownAccount.includes(name))
    expect(others).toEqual([])
  })

  it('keeps hotline and window to their desk, and to what is begun there', () => {
    const held = (role: 'HOTLINE_AGENT' | 'WINDOW_AGENT') =>
      all.filter(([name, { staff }]) => staff?.[role] && !ownAccount.includes(name)).map(([name]) => name)
    expect(held('HOTLINE_AGENT')).toEqual([
      'question:take-down',
      'card:block',
      'card:unblock',
      'card:activate-by-phone',
      'hotline:read',
      'hotline:answer',
      'hotline:work',
      'hotline:see-caller',
      'hotline-script:read',
      'hotline:rehearse',
    ])
    const others = held('WINDOW_AGENT').filter((name) => !/^card(-password)?:/.test(name))
    expect(others).toEqual(['relation-transfer:apply', 'rights-statement:issue'])
    // Nobody decides alone on what they took in (domain 9), and nothing of a card is decided at the window but by the head's people.
    for (const name of ['card:unfreeze', 'card-password:confirm-reset', 'card:activate-by-phone'])
      expect(held('WINDOW_AGENT')).not.toContain(name)
  })

  it('lets tax officers work on filing and money that comes, never decide what another has prepared, and read no insured person', () => {
    const held = all.filter(([, { staff }]) => staff?.TAX_OFFICER).map(([name]) => name)
    const acts = held.filter((name) => !reads(name) && !ownAccount.includes(name))
    expect(acts).toEqual([
      'online-filing:approve',
      'online-filing:refuse',
      'online-filing:give',
      'online-filing:withdraw',
      'work:take',
      'absence:note',
      'undeclared:remind',
      'deemed-assessment:propose',
      'reconciliation:resolve',
      'reconciliation:decline-reversal',
      'reconciliation:decline-claim',
      'reconciliation:take-back',
      'statement:import',
      'statement:release',
      'statement:undo',
      'statement:fetch',
    ])
    expect(held.filter((name) => /^(question|article|relation-transfer|record|person|report|card)/.test(name))).toEqual(
      [],
    )
  })

  it('opens one thing in each stage before a sign-in is complete', () => {
    expect(all.flatMap(([name, grant]) => (grant.during ?? []).map((stage) => [stage, name]))).toEqual([
      ['MUST_CHANGE_PASSWORD', 'password:change'],
      ['MUST_PROVE_SECOND_FACTOR', 'second-factor:prove'],
      ['MUST_ENROL_SECOND_FACTOR', 'second-factor:enrol'],
    ])
  })

  it('keeps accounts and cases apart: administrators decide on nothing else', () => {
    const held = all.filter(([, { staff }]) => staff?.ADMINISTRATOR).map(([name]) => name)
    const others = held.filter(
      // Where somebody works is their account's affair; who is lent where, a head decides.
      (name) => !/^((employer-)?account|partner|operator|district):/.test(name) && !ownAccount.includes(name),
    )
    // Whether an address works is the administrator's affair; what a message says is not shown there. The account to which money goes is
    // looked at and never changed. Alerts are of the machine.
    expect(others).toEqual(['payee:read', 'notification:log', 'notification:resend', 'alert:read'])
    const makers = all.filter(([name]) => name.startsWith('account:'))
    expect(makers.flatMap(([, { staff }]) => Object.keys(staff ?? {})).every((role) => role === 'ADMINISTRATOR')).toBe(
      true,
    )
  })
})

it('an id that cannot be one names nothing', () => {
  const id = crypto.randomUUID()
  expect(requireUuid(id, 'refund')).toBe(id)
  expect(refusal(() => requireUuid("1' OR '1'='1", 'refund'))).toBe('NOT_FOUND')
})
