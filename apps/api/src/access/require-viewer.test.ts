import { describe, expect, it } from 'vitest'
import { employerViewer, insuredViewer, staffViewer } from '../testing/ask.ts'
import { actingRole, requireEmployer, requireStaff, requireUuid } from './require-viewer.ts'

const officer = staffViewer(['OFFICER'])
const clerk = employerViewer(crypto.randomUUID())
const halfway = { stage: 'MUST_CHANGE_PASSWORD' } as const
const refusal = (work: () => unknown) => {
  try {
    work()
    return 'none'
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code
  }
}

describe('a member of staff', () => {
  it('is let through with one of the roles, fully signed in', () => {
    expect(requireStaff(officer, ['HEAD', 'OFFICER'])).toBe(officer)
  })

  it.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['another role', staffViewer(['AUDITOR']), 'FORBIDDEN'],
    ['somebody who has to change the password first', { ...officer, ...halfway }, 'FORBIDDEN'],
    ['a clerk, whatever roles they claim', { ...clerk, roles: ['OFFICER'] as const }, 'FORBIDDEN'],
  ])('is not %s', (_who, viewer, code) => {
    expect(refusal(() => requireStaff(viewer, ['OFFICER']))).toBe(code)
  })
})

describe('a clerk of an employer', () => {
  it('is let through with the employer', () => expect(requireEmployer(clerk)).toEqual(clerk))

  it.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['a member of staff', officer, 'FORBIDDEN'],
    ['an insured person', insuredViewer(crypto.randomUUID()), 'FORBIDDEN'],
    ['somebody who has to change the password first', { ...clerk, ...halfway }, 'FORBIDDEN'],
  ])('is not %s', (_who, viewer, code) => expect(refusal(() => requireEmployer(viewer))).toBe(code))
})

it('acts in the most senior role that allows it', () => {
  const both = staffViewer(['OFFICER', 'HEAD'])
  expect(actingRole(both, ['OFFICER', 'REVIEWER', 'HEAD'])).toBe('HEAD')
  expect(actingRole(both, ['OFFICER', 'REVIEWER'])).toBe('OFFICER')
  expect(actingRole(both, ['AUDITOR'])).toBeUndefined()
})

it('an id that cannot be one names nothing', () => {
  const id = crypto.randomUUID()
  expect(requireUuid(id, 'refund')).toBe(id)
  expect(refusal(() => requireUuid("1' OR '1'='1", 'refund'))).toBe('NOT_FOUND')
})
