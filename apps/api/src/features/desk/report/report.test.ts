import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import { meetEverything, warmUp } from '../../../testing/desk/report/employer-side.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { reportCase } from './report-case.ts'

let platform: TestPlatform
let unit: TestEmployer
let me: Viewer
let colleague: Viewer
let clerk: Viewer
const [officer, reviewer, other] = [staffViewer(['OFFICER']), staffViewer(['REVIEWER']), staffViewer(['OFFICER'])]
beforeAll(async () => {
  platform = await openTestPlatform()
  platform.clock.set('2024-03-20T10:00:00+08:00')
  await seedPolicy(platform)
  unit = await addEmployer(platform, [1_000_000, 500_000])
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '示范中心',
      nameEn: 'Demo',
      phone: '12333',
      addressZh: '北京',
      addressEn: 'Beijing',
    },
  })
  for (const month of ['2024-01', '2024-02'])
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month), issuedOn: `${month}-05` })
  const [first = '', second = ''] = unit.individualIds
  const account = await platform.database.prisma.account.create({
    data: { kind: 'INSURED', individualId: first, displayName: '本人', passwordHash: '' },
  })
  me = insuredViewer(first, { accountId: account.id })
  colleague = insuredViewer(second)
  clerk = await addClerk(platform, unit.employerId)
})
afterAll(() => platform.close())

async function one(viewer: Viewer | undefined, source: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(platform, viewer, source, variables)
  return errors.length > 0 ? errors : Object.values(data)[0]
}
const idOf = (answer: unknown) => (answer as { id: string }).id
const own = '__typename ... on OwnReport { id number state } ... on OwnReportRefused { reason }'
const handIn = (given: Record<string, unknown> = {}, viewer = me) =>
  one(viewer, `mutation ($input: NewReportInput!) { handInReport(input: $input) { ${own} } }`, {
    input: {
      requestKey: crypto.randomUUID(),
      kind: 'UNDERPAID',
      employerId: unit.employerId,
      from: '2024-01',
      to: '2024-02',
      words: '扣了我的钱，没有缴',
      files: [],
      ...given,
    },
  })
const outcome = '__typename ... on EmployerReport { state answer } ... on EmployerReportRefused { reason }'
const step = async (viewer: Viewer, id: string, field: string, args = '') =>
  one(viewer, `mutation ($id: ID!, $on: CaseMark!) { ${field}(id: $id, decidedOn: $on${args}) { ${outcome} } }`, {
    id,
    on: await markNow(platform, reportCase, id),
  })
const evidence = (viewer: Viewer, id: string, reason = '核对材料') =>
  one(
    viewer,
    'mutation ($id: ID!, $reason: String!) { openReportEvidence(id: $id, reason: $reason) { name words sheet { period status } files { id } } }',
    { id, reason },
  )

describe('the months of one’s employers', () => {
  const months = `{ myEmployers { name lastPeriod } myEmployerMonths(year: 2024) {
    period declared declaredWage base billed status overdueSince postedOn } }`
  it('say of each whether it was declared, billed, paid, and since when it is overdue; in one question however many', async () => {
    const { data, errors } = await ask(platform, me, months)
    expect(errors).toEqual([])
    expect(data['myEmployerMonths']).toMatchObject([
      { period: '2024-03', declared: true, billed: false, status: 'PENDING' },
      { period: '2024-02', declared: true, declaredWage: 1_000_000, billed: true, status: expect.any(String) },
      { period: '2024-01', billed: true, status: 'OVERDUE', overdueSince: expect.any(String), postedOn: null },
    ])
    const statements = (year: number) =>
      countStatements(() => ask(platform, me, `{ myEmployerMonths(year: ${year}) { period } }`))
    await statements(2024)
    expect(await statements(2024)).toBe(await statements(2023))
  })
  it('are nobody else’s', async () => {
    for (const viewer of [clerk, officer]) expect(await one(viewer, months)).toEqual(['FORBIDDEN'])
  })
})

describe('a report', () => {
  it('is one for one press, refuses a second open one and more than five a day, and asks for what is missing', async () => {
    const requestKey = crypto.randomUUID()
    const twice = await Promise.all([handIn({ requestKey }), handIn({ requestKey })])
    expect(idOf(twice[0])).toBe(idOf(twice[1]))
    expect(twice[0]).toMatchObject({ number: expect.stringMatching(/^JB20240320[0-9A-F]{8}$/), state: 'RECEIVED' })
    expect(await handIn()).toMatchObject({ reason: 'ALREADY_OPEN' })
    expect(await handIn({ kind: 'WRONG_BASE' })).toEqual(['BAD_USER_INPUT'])
    expect(await handIn({ to: '2024-05' })).toEqual(['BAD_USER_INPUT'])
    expect(await handIn({ employerId: crypto.randomUUID() })).toEqual(['BAD_USER_INPUT'])
    for (const name of ['一号厂', '二号厂', '三号厂', '四号厂'])
      expect(await handIn({ kind: 'UNREGISTERED', employerId: null, unitName: name })).toMatchObject({
        state: 'RECEIVED',
      })
    expect(await handIn({ kind: 'WRONG_BASE', saidBase: 1_500_000 })).toMatchObject({ reason: 'TOO_MANY' })
    for (const viewer of [clerk, officer]) expect(await handIn({}, viewer)).toEqual(['FORBIDDEN'])
    const withdraw = 'mutation ($id: ID!) { withdrawReport(id: $id) { ... on OwnReport { state } } }'
    const id = idOf(twice[0])
    expect(await one(colleague, withdraw, { id })).toEqual(['NOT_FOUND'])
    expect(await one(me, withdraw, { id })).toEqual({ state: 'WITHDRAWN' })
  })

  it('is followed from beginning to end, shows who reported to few, tells the person so, and becomes a case', async () => {
    platform.clock.set('2024-03-22T10:00:00+08:00')
    const file = await handInFile(platform, me)
    const id = idOf(await handIn({ files: [file] }))
    expect(await evidence(officer, id)).toEqual(['NOT_FOUND'])
    expect(await step(officer, id, 'checkReport')).toMatchObject({ state: 'CHECKING' })
    expect(await evidence(officer, id)).toMatchObject({
      words: '扣了我的钱，没有缴',
      sheet: [{ period: '2024-02' }, { period: '2024-01', status: 'OVERDUE' }],
      files: [{ id: file }],
    })
    for (const viewer of [other, reviewer, staffViewer(['HEAD'])]) {
      expect(await evidence(viewer, id)).toEqual(['NOT_FOUND'])
      expect(await whoOpens(platform, file, [viewer])).not.toContain('OPENS')
    }
    expect(await whoOpens(platform, file, [clerk])).not.toContain('OPENS')
    expect(await whoOpens(platform, file, [me, officer])).toEqual(['OPENS', 'OPENS'])
    const decide = ', decision: SUBSTANTIATE, answer: "查实，已移交征缴"'
    expect(await step(reviewer, id, 'decideReport', decide)).toMatchObject({ reason: 'FINDING_MISSING' })
    for (const blank of ['', '  看  ']) expect(await evidence(officer, id, blank)).toEqual(['BAD_USER_INPUT'])
    const { name } = (await evidence(officer, id, '再核对一次')) as unknown as { name: string }
    expect(await step(officer, id, 'noteReportFinding', `, finding: "${name}反映属实"`)).toMatchObject({
      reason: 'NAMES_REPORTER',
    })
    expect(await step(officer, id, 'noteReportFinding', ', finding: "两个月保险费逾期未缴"')).toMatchObject({
      state: 'CHECKING',
    })
    const [holder] = [staffViewer(['REVIEWER'], { accountId: officer.accountId })]
    expect(await step(holder, id, 'decideReport', decide)).toMatchObject({ reason: 'SAME_PERSON' })
    expect(await evidence(reviewer, id)).toMatchObject({ name })
    expect(await step(reviewer, id, 'decideReport', decide)).toMatchObject({ state: 'SUBSTANTIATED' })
    expect(await evidence(reviewer, id)).toEqual(['NOT_FOUND'])
    const cases = '{ collectionCases { edges { node { unitName ground from to grounds state enforcementNumber } } } }'
    const { edges } = (await one(reviewer, cases)) as unknown as { edges: { node: unknown }[] }
    expect(edges.map(({ node }) => node)).toMatchObject([
      { ground: 'UNDERPAID', from: '2024-01', to: '2024-02', grounds: '两个月保险费逾期未缴', state: 'PROPOSED' },
    ])
    expect(await one(me, `query ($id: ID!) { myReport(id: $id) { answer steps { state } } }`, { id })).toEqual({
      answer: '查实，已移交征缴',
      steps: [{ state: 'RECEIVED' }, { state: 'CHECKING' }, { state: 'SUBSTANTIATED' }],
    })
    const looks = (await one(me, '{ readingsOfMyRecord { edges { node { action role reason } } } }')) as unknown as {
      edges: { node: { action: string; role: string; reason: string } }[]
    }
    expect(looks.edges.map(({ node }) => node).filter(({ action }) => action === 'READ_REPORTER')).toEqual([
      { action: 'READ_REPORTER', role: 'REVIEWER', reason: '核对材料' },
      { action: 'READ_REPORTER', role: 'OFFICER', reason: '再核对一次' },
      { action: 'READ_REPORTER', role: 'OFFICER', reason: '核对材料' },
    ])
    const told = await platform.database.prisma.notification.findMany()
    expect(told.map(({ kind, accountId, params }) => ({ kind, accountId, params }))).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'OFFICE_ANSWERED', accountId: me.accountId, params: {} })),
    )
  })
})

describe('the employer', () => {
  it('meets the same answers, outcomes, papers and messages, by the same statements over as many rows, with a report and without', async () => {
    platform.clock.set('2024-03-25T10:00:00+08:00')
    const { id: noticeId } = await platform.database.prisma.paymentNotice.findFirstOrThrow({
      where: { employerId: unit.employerId },
      orderBy: { number: 'asc' },
    })
    const looks = { platform, clerk, declarationId: unit.declarationId, noticeId }
    const seen = () => meetEverything(looks)
    await warmUp(looks)
    const before = await seen()
    const lines: string[] = []
    const log = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const id = idOf(await handIn({ kind: 'WRONG_BASE', saidBase: 1_500_000, words: '实发一万五' }))
    await step(officer, id, 'checkReport')
    await step(officer, id, 'noteReportFinding', ', finding: "申报工资低于实发工资"')
    await step(reviewer, id, 'decideReport', ', decision: SUBSTANTIATE, answer: "查实，将追缴"')
    log.mockRestore()
    expect(lines.join('')).not.toMatch(/JB2024|实发|举报|EmployerReport/)
    expect(await seen()).toEqual(before)
    expect(Object.keys(before.answers).length).toBeGreaterThan(30)
    expect(Object.keys(before.outcomes).length).toBeGreaterThan(30)
    expect(before.sent.length).toBeGreaterThan(50)
    expect(before.rows.filter((one) => /^[a-z_]+:\d/.test(one)).length).toBeGreaterThan(30)
    expect(before.paper).toContain('contentHash')
    expect(before.logged).toEqual([])
  })

  it('cannot ask for a report, a case or a look, and the trail and the events do not say who reported', async () => {
    const { id } = await platform.database.prisma.employerReport.findFirstOrThrow()
    for (const asked of [
      '{ employerReports(open: true) { edges { node { id } } } }',
      `{ employerReport(id: "${id}") { id } }`,
      '{ collectionCases { edges { node { id } } } }',
      '{ myReports { id } }',
      `mutation { openReportEvidence(id: "${id}", reason: "核对材料") { name } }`,
    ])
      for (const viewer of [clerk, employerViewer(unit.employerId)])
        expect(await one(viewer, asked)).toEqual(['FORBIDDEN'])
    const entries = await platform.database.query<{ text: string; kind: string }>({
      text: `SELECT row_to_json(e)::text AS text, actor_kind AS kind FROM audit_event e WHERE record_type IN ('EmployerReport', 'CollectionCase')`,
    })
    const events = await platform.database.query<{ text: string; kind: string }>({
      text: `SELECT row_to_json(e)::text AS text, actor_kind AS kind FROM case_event e WHERE lifecycle = 'employer-report'`,
    })
    const reports = await platform.database.query<{ text: string; kind: string }>({
      text: `SELECT row_to_json(r)::text AS text, 'STAFF' AS kind FROM employer_report r UNION ALL
        SELECT row_to_json(c)::text, 'STAFF' FROM collection_case c UNION ALL
        SELECT row_to_json(a)::text, 'STAFF' FROM attachment a WHERE subject_kind = 'EMPLOYER_REPORT' UNION ALL
        SELECT row_to_json(r)::text, 'STAFF' FROM employer_report_reporter r`,
    })
    const written = [...entries, ...events, ...reports]
    expect(written.length).toBeGreaterThan(20)
    expect(new Set(written.map(({ kind }) => kind))).toEqual(new Set(['SYSTEM', 'STAFF']))
    const [person = ''] = unit.individualIds
    expect(written.filter(({ text }) => text.includes(person) || text.includes(me.accountId))).toEqual([])
    const cases = await platform.database.query<{ text: string }>({
      text: `SELECT row_to_json(c)::text AS text FROM collection_case c`,
    })
    expect(cases.filter(({ text }) => text.includes('JB') || text.includes('report'))).toEqual([])
  })
})
