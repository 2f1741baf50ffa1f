import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'
import { auditJobs } from './audit-jobs.ts'
import { exportTrail } from './export-trail.ts'

let platform: TestPlatform
const actorId = crypto.randomUUID()
const entry = { actorKind: 'STAFF', actorId, origin: 'test', recordType: 'Declaration', recordId: 'd1' } as const

const days = [
  [20, 'SUBMIT_DECLARATION'],
  [21, 'WITHDRAW_DECLARATION'],
  [22, 'CLOSE_DECLARATION'],
] as const

beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.database.prisma.account.create({
    data: {
      id: actorId,
      kind: 'STAFF',
      staffNo: 'S1001',
      displayName: '何经办',
      passwordHash: '-',
      previousHashes: [],
    },
  })
  for (const [day, action] of days) {
    platform.clock.set(`2026-11-${day}T23:30:00+08:00`)
    await platform.audit.record({ ...entry, action, change: { day } })
  }
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const gone = { ...entry, recordType: 'Account', recordId: 'a1', change: { day: null } } as const
  await platform.audit.record({ ...gone, action: 'SIGN_OUT' })
})
afterAll(() => platform.close())

const auditor = staffViewer(['AUDITOR'])
const trail = `query ($recordType: String, $recordId: String, $actor: String, $from: Date, $to: Date, $first: Int, $after: String) {
  auditTrail(recordType: $recordType, recordId: $recordId, actor: $actor, from: $from, to: $to, first: $first, after: $after) {
    edges { node { action actorName change { key name value } } } pageInfo { hasNextPage endCursor } } }`

interface Trail {
  auditTrail: {
    edges: { node: { action: string; actorName: string | null } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}
async function read(variables: Record<string, unknown>) {
  const answer = await ask(platform, auditor, trail, variables)
  expect(answer.errors).toEqual([])
  const { auditTrail } = answer.data as unknown as Trail
  return {
    actions: auditTrail.edges.map((edge) => edge.node.action),
    names: auditTrail.edges.map((edge) => edge.node.actorName),
    ...auditTrail.pageInfo,
  }
}

describe('the audit trail', () => {
  it('reads newest first, page by page, without a gap or a repetition', async () => {
    const first = await read({ first: 3 })
    expect(first).toMatchObject({
      actions: ['SIGN_OUT', 'CLOSE_DECLARATION', 'WITHDRAW_DECLARATION'],
      hasNextPage: true,
    })
    expect(await read({ first: 3, after: first.endCursor })).toMatchObject({
      actions: ['SUBMIT_DECLARATION'],
      hasNextPage: false,
    })
  })

  it('finds what happened to one record, or what one person did, by number', async () => {
    expect((await read({ recordType: 'Account', recordId: 'a1' })).actions).toEqual(['SIGN_OUT'])
    expect(await read({ actor: 'S1001', first: 1 })).toMatchObject({ actions: ['SIGN_OUT'], names: ['何经办'] })
    expect((await read({ actor: 'S9999' })).actions).toEqual([])
  })

  it('shows that a value was nothing', async () => {
    const { data, errors } = await ask(platform, auditor, trail, { recordType: 'Account', recordId: 'a1' })
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toContain('{"key":"day","name":"day","value":null}')
  })

  it('takes days as the office counts them, both ends included', async () => {
    expect((await read({ from: '2026-11-21', to: '2026-11-22' })).actions).toEqual([
      'CLOSE_DECLARATION',
      'WITHDRAW_DECLARATION',
    ])
  })

  it('refuses a cursor of another list and days in the wrong order', async () => {
    expect((await ask(platform, auditor, trail, { after: 'bm9uc2Vuc2U' })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await ask(platform, auditor, trail, { from: '2026-11-22', to: '2026-11-21' })).errors).toEqual([
      'BAD_USER_INPUT',
    ])
  })

  it('is closed to everybody but auditors and heads', async () => {
    const others = [
      staffViewer(['OFFICER', 'REVIEWER']),
      employerViewer(crypto.randomUUID()),
      insuredViewer(crypto.randomUUID()),
      staffViewer(['AUDITOR'], { stage: 'MUST_CHANGE_PASSWORD' }),
    ]
    for (const other of others) {
      expect((await ask(platform, other, trail)).errors).toEqual(['FORBIDDEN'])
      expect((await ask(platform, other, '{ auditChain { intact } }')).errors).toEqual(['FORBIDDEN'])
    }
    expect((await ask(platform, undefined, trail)).errors).toEqual(['UNAUTHENTICATED'])
    expect((await ask(platform, staffViewer(['HEAD']), trail)).errors).toEqual([])
  })
})

describe('search by whom it is about', () => {
  const about =
    'query ($employer: String, $person: String) { auditTrail(employer: $employer, person: $person) { edges { node { action recordId } } } }'
  const found = async (wanted: Record<string, string>) => {
    const { data, errors } = await ask(platform, auditor, about, wanted)
    expect(errors).toEqual([])
    return (data as unknown as Trail).auditTrail.edges.map(({ node }) => node.action)
  }
  const person =
    'query ($number: String!, $reason: String!) { auditedPerson(number: $number, reason: $reason) { id nameMasked } }'

  it('finds a unit by its whole number, with what is its own', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const { registrationNo } = await platform.database.prisma.employer.findUniqueOrThrow({
      where: { id: unit.employerId },
    })
    const said = { ...entry, action: 'SUBMIT_DECLARATION', recordId: unit.declarationId } as const
    await undone(platform.database, async () => {
      await platform.audit.record(said)
      expect(await found({ employer: registrationNo })).toEqual(['SUBMIT_DECLARATION'])
      expect(await found({ employer: unit.employerId })).toEqual(['SUBMIT_DECLARATION'])
      expect(await found({ employer: registrationNo.slice(0, 8) })).toEqual([])
    })
  })

  it('finds a person by the whole number and a reason, writes that down, and shows nobody to anybody else', async () => {
    const unit = await addEmployer(platform, [900_000])
    const id = unit.individualIds[0] ?? ''
    const number = '110101199003078670'
    const idHash = Uint8Array.from(platform.vault.lookupHash('person-id', number))
    await platform.database.prisma.individual.update({ where: { id }, data: { idHash } })
    const look = (given: Record<string, string>, viewer = auditor) =>
      ask(platform, viewer, person, { number, reason: '核查投诉', ...given })
    expect((await look({ reason: ' ' })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await look({ number: '1101' })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await look({}, staffViewer(['OFFICER', 'REVIEWER', 'ADMINISTRATOR']))).errors).toEqual(['FORBIDDEN'])
    expect((await look({ number: '110101199003079999' })).data).toEqual({ auditedPerson: null })
    expect((await look({})).data).toMatchObject({ auditedPerson: { id } })
    expect(await found({ person: id })).toEqual(['FIND_AUDITED_PERSON'])
    expect(await found({ person: 'nobody' })).toEqual([])
    const [newest, before] = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 2 })
    expect(newest).toMatchObject({ recordId: id, reason: '核查投诉', change: { found: true } })
    expect(before).toMatchObject({ recordId: '', change: { found: false } })
    expect(
      JSON.stringify([newest, before], (_key, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toContain(number)
  })
})

describe('a file of the trail', () => {
  const wanted = { language: 'en', format: 'csv', origin: 'test' } as const
  it('says who took it under which number, holds the hashes, and leaves an entry', async () => {
    await platform.audit.link()
    const { number, bytes } = await exportTrail(platform, auditor, { ...wanted, action: 'SIGN_OUT' })
    const text = Buffer.from(bytes).toString('utf8')
    const [{ hash }] = (await platform.database.query<{ hash: string }>({
      text: `SELECT encode(hash, 'hex') AS hash FROM audit_link JOIN audit_event USING (seq) WHERE action = 'SIGN_OUT'`,
    })) as [{ hash: string }]
    for (const part of [number, `by ${auditor.displayName}`, hash, 'Signed out,SIGN_OUT']) expect(text).toContain(part)
    expect(text).not.toContain('SUBMIT_DECLARATION')
    const entry = await platform.database.prisma.auditEvent.findFirst({ orderBy: { seq: 'desc' } })
    expect(entry).toMatchObject({
      action: 'EXPORT_AUDIT_TRAIL',
      recordId: number,
      change: { lines: 1, filter: ['action SIGN_OUT'] },
    })
    // Words beside the codes, in the language of the file; what is kept stands as it is kept as well.
    const again = { ...wanted, language: 'zh-CN' as const, action: 'EXPORT_AUDIT_TRAIL' }
    const own = Buffer.from((await exportTrail(platform, auditor, again)).bytes).toString('utf8')
    for (const part of ['经办机构', '导出审计日志,EXPORT_AUDIT_TRAIL,审计日志导出,AuditExport', '行数：1'])
      expect(own).toContain(part)
    expect(own).toContain('""lines"":1')
  })

  it('is taken by auditors and heads alone, and for days that there are', async () => {
    for (const other of [staffViewer(['OFFICER', 'REVIEWER']), employerViewer(crypto.randomUUID()), undefined])
      await expect(exportTrail(platform, other, wanted)).rejects.toMatchObject({
        code: other ? 'FORBIDDEN' : 'UNAUTHENTICATED',
      })
    await expect(exportTrail(platform, auditor, { ...wanted, from: '2026-02-30' })).rejects.toThrow(/YYYY-MM-DD/)
    expect(
      (await exportTrail(platform, staffViewer(['HEAD']), { ...wanted, format: 'xlsx' })).bytes.length,
    ).toBeGreaterThan(1000)
  })
})

describe('what is written', () => {
  const read = `{ auditTrail(first: 1) { edges { node {
    action actionCode recordType recordTypeCode position change { key name value } } } } }`
  const newest = async () => {
    const { data } = await ask(platform, auditor, read)
    return (data as unknown as { auditTrail: { edges: { node: unknown }[] } }).auditTrail.edges[0]?.node
  }

  it('has its place once it is chained', async () => {
    await platform.audit.record({ ...entry, action: 'SIGN_OUT', recordType: 'Account', recordId: 'a2', change: {} })
    expect(await newest()).toMatchObject({ action: 'SIGN_OUT', recordType: 'Account', position: null })
    for (const job of auditJobs(platform)) await job.run()
    expect(await newest()).toMatchObject({ position: expect.stringMatching(/^\d+$/) })
  })

  it('stays readable when its words are written no longer', async () => {
    const old = `INSERT INTO audit_event (at, actor_kind, origin, action, record_type, record_id, change)
      VALUES ('2026-11-23', 'SYSTEM', 'old', 'MOVED_SHEET', 'Sheet', '1', '{"drawer": 1, "day": "2026-11-01"}')`
    expect(
      await undone(platform.database, async () => {
        await platform.database.query({ text: old })
        return newest()
      }),
    ).toEqual({
      action: null,
      actionCode: 'MOVED_SHEET',
      recordType: null,
      recordTypeCode: 'Sheet',
      position: null,
      change: [
        { key: 'day', name: 'day', value: '2026-11-01' },
        { key: null, name: 'drawer', value: 1 },
      ],
    })
  })
})

describe('the check of the chain', () => {
  const check = '{ auditChain { intact firstBreak entries notChainedYet } }'

  it('says whole, and names the first entry that was altered', async () => {
    expect((await ask(platform, auditor, check)).data).toEqual({
      auditChain: { intact: true, firstBreak: null, entries: 10, notChainedYet: 0 },
    })
    await platform.database.query({ text: 'ALTER TABLE audit_event DISABLE TRIGGER USER' })
    await platform.database.query({ text: `UPDATE audit_event SET reason = 'other' WHERE seq = 2` })
    expect((await ask(platform, auditor, check)).data).toEqual({
      auditChain: { intact: false, firstBreak: '2', entries: 10, notChainedYet: 0 },
    })
  })
})
