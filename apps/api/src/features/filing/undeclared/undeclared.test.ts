import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { declareByMonth } from '../../../testing/filing/declared-by-month.ts'
import { addUnit, somebody } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { givenOffice } from '../../../testing/inspection-scenario.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { proveLedger } from '../../money/ledger/prove-ledger.ts'
import { continueRun } from '../../money/run/continue-run.ts'
import { acceptMonthly, openMonthly, recommendMonthly, startMonthlyReview, submitMonthly } from '../monthly/index.ts'

// Every month is declared by itself from September 2024 to March 2025, with a cut-off on the 15th; after it a declaration goes on.

let platform: TestPlatform
const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
let declared: ReviewedUnit
let never: ReviewedUnit
let filed: ReviewedUnit
let late: ReviewedUnit
let clerk: Viewer

beforeAll(async () => {
  platform = await openTestPlatform()
  await declareByMonth(platform, '2025-03')
  await givenOffice(platform)
  for (const { accountId } of [officer, reviewer])
    await platform.database.prisma.account.create({
      data: { id: accountId, kind: 'STAFF', staffNo: accountId, displayName: '经办', passwordHash: '' },
    })
  declared = await addUnit(platform, [somebody(1, '甲一', 1_000_000), somebody(2, '甲二', 800_000)])
  never = await addUnit(platform, [somebody(3, '乙一', 1_000_000)])
  filed = await addUnit(platform, [somebody(4, '丙一', 1_000_000)])
  clerk = await addClerk(platform, declared.employerId)
  at('2024-10-10')
  await assessEmployer(platform, { employerId: declared.employerId, period: period('2024-10') })
  at('2024-11-10')
  await file(filed, 'REGULAR')
})
afterAll(() => platform.close())

const at = (day: string) => platform.clock.set(`${day}T10:00:00+08:00`)

async function file(unit: ReviewedUnit, filing: 'REGULAR' | 'SUPPLEMENTARY'): Promise<string> {
  const viewer = employerViewer(unit.employerId)
  const opened = await openMonthly(platform, viewer, { filing, period: period('2024-11'), origin: 'test' })
  if (opened.kind !== 'opened') throw new Error(opened.reason)
  const declarationId = opened.declaration.id
  const submitted = await submitMonthly(platform, viewer, {
    declarationId,
    revision: opened.declaration.personnelRevision,
    idempotencyKey: crypto.randomUUID(),
    truthDeclared: true,
    signer: '李明',
    origin: 'test',
  })
  if (submitted.kind !== 'submitted') throw new Error(JSON.stringify(submitted))
  return declarationId
}

async function list(given: string, viewer: Viewer = officer) {
  const { data, errors } = await ask(
    platform,
    viewer,
    `{ undeclaredEmployers(${given}) { edges { node { id people lastPeriod lastTotal deemedTotal reminders lastRemindedOn proposed noticeId } } pageInfo { hasNextPage endCursor } } }`,
  )
  expect(errors).toEqual([])
  const page = data['undeclaredEmployers'] as unknown as {
    edges: { node: Record<string, unknown> & { id: string; lastTotal: number; deemedTotal: number } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
  return { ...page, nodes: page.edges.map(({ node }) => node) }
}
const ofNovember = 'period: "2024-11"'

const propose = (ids: readonly string[], viewer: Viewer = officer) =>
  ask(
    platform,
    viewer,
    `mutation ($ids: [ID!]!) { proposeDeemed(${ofNovember}, employerIds: $ids, grounds: "两次催报未申报") { proposed refused { employerId reason } } }`,
    { ids },
  )

async function waiting() {
  const { data } = await ask(
    platform,
    officer,
    '{ deemedAssessments(open: true) { edges { node { id mark employerId total people way } } } }',
  )
  return (
    data['deemedAssessments'] as unknown as { edges: { node: { id: string; mark: string; total: number } }[] }
  ).edges.map(({ node }) => node)
}
/** The office gives a unit until a day to declare November (M20); hands back how that is taken back. */
async function extend(employerId: string, toOn: string): Promise<() => Promise<void>> {
  const given = {
    kind: 'FILING_DEADLINE',
    ground: 'FORCE_MAJEURE',
    documentNo: '京应急〔2024〕3号',
    explanation: '暴雨停电',
  }
  const must = async (source: string, variables: Record<string, unknown>, viewer: Viewer) => {
    const { data, errors } = await ask(platform, viewer, source, variables)
    expect(errors).toEqual([])
    return Object.values(data)[0] as unknown as { id: string; mark: string }
  }
  const proposed = await must(
    'mutation ($input: WaiverProposalInput!) { proposeWaiver(input: $input) { ... on Waiver { id mark } } }',
    { input: { employerId, period: '2024-11', toOn, ...given } },
    officer,
  )
  const head = staffViewer(['HEAD'])
  const step = (name: string, { id, mark }: { id: string; mark: string }, reason = '') =>
    must(
      `mutation { ${name}Waiver(id: "${id}", decidedOn: "${mark}"${reason}) { ... on Waiver { id mark } } }`,
      {},
      head,
    )
  const standing = await step('approve', proposed)
  return async () => void (await step('revoke', standing, ', reason: "停电已恢复"'))
}
const decide = ({ id, mark }: { id: string; mark: string }, viewer: Viewer, refusal?: string) =>
  ask(
    platform,
    viewer,
    `mutation ($refusal: String) { decideDeemedAssessment(id: "${id}", decidedOn: "${mark}", confirm: ${refusal === undefined}, refusal: $refusal) {
      __typename ... on DeemedDecisionRefused { reason } ... on DeemedDecided { assessment { noticeId state } } } }`,
    { refusal: refusal ?? null },
  )

describe('who has not declared', () => {
  it('is listed with what the last month cost, page by page; whoever handed in is not, and nobody where a declaration goes on', async () => {
    at('2024-11-15')
    const before = await ask(
      platform,
      officer,
      `{ undeclaredMonth(${ofNovember}) { dueOn overdueDays employers deemed monthlySelf } }`,
    )
    expect(before.data['undeclaredMonth']).toEqual({
      dueOn: '2024-11-15',
      overdueDays: 0,
      employers: 2,
      deemed: 0,
      monthlySelf: true,
    })
    at('2024-11-18')
    const first = await list(`${ofNovember}, first: 1`)
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await list(`${ofNovember}, first: 1, after: "${first.pageInfo.endCursor}"`)
    expect(second.pageInfo.hasNextPage).toBe(false)
    const both = [...first.nodes, ...second.nodes]
    expect(both.map(({ id, people, lastPeriod }) => [id, people, lastPeriod])).toEqual([
      [declared.employerId, 2, '2024-10'],
      [never.employerId, 1, null],
    ])
    expect(both[0]?.deemedTotal).toBe(Math.round((both[0]?.lastTotal ?? 0) * 1.1))
    expect((await list(`${ofNovember}, text: "${never.registrationNo}"`)).nodes).toHaveLength(1)
    expect((await list(`${ofNovember}, industry: "C"`)).nodes).toEqual([])
    expect((await list('period: "2025-01"').catch(() => 'refused')) as unknown).toBe('refused')
    at('2025-05-20')
    expect((await list('period: "2025-05"')).nodes).toEqual([])
    expect((await ask(platform, clerk, `{ undeclaredMonth(${ofNovember}) { dueOn } }`)).errors).toEqual(['FORBIDDEN'])
  })

  it('is reminded once a day, however often and by however many at once it is pressed, and reads it at home', async () => {
    at('2024-11-18')
    const remind = () =>
      ask(
        platform,
        officer,
        'mutation ($ids: [ID!]!) { remindUndeclared(period: "2024-11", employerIds: $ids) { reminded already settled } }',
        { ids: [declared.employerId, never.employerId, filed.employerId] },
      )
    const answers = (await Promise.all([remind(), remind()])).map(({ data }) => data['remindUndeclared'] as unknown)
    expect(answers).toContainEqual({ reminded: 2, already: 0, settled: 1 })
    expect(answers).toContainEqual({ reminded: 0, already: 2, settled: 1 })
    const told = () =>
      platform.database.prisma.notification.findMany({
        where: { accountId: clerk.accountId, kind: 'MONTH_NOT_DECLARED' },
      })
    expect((await told()).map(({ params }) => params)).toEqual([
      { period: '2024-11', dueOn: '2024-11-15', overdue: true },
    ])
    at('2024-11-19')
    await remind()
    expect(await told()).toHaveLength(2)
    expect((await list(ofNovember)).nodes[0]).toMatchObject({ reminders: 2, lastRemindedOn: '2024-11-19' })
    const { data } = await ask(platform, clerk, '{ employer { dueItems { kind concerning dueOn overdue targetId } } }')
    expect((data['employer'] as unknown as { dueItems: unknown[] }).dueItems).toContainEqual({
      kind: 'FILE_MONTHLY',
      concerning: '2024-11',
      dueOn: '2024-11-15',
      overdue: true,
      targetId: null,
    })
  })
})

describe('a month that was not declared is deemed by two people', () => {
  it('not before its last day is over, not where it was handed in, and by 110 % only where there is a month', async () => {
    const all = [declared.employerId, never.employerId, filed.employerId]
    at('2024-11-15')
    const early = await propose(all)
    expect(early.data['proposeDeemed']).toMatchObject({
      proposed: 0,
      refused: all.map(() => ({ reason: 'NOT_YET_OVERDUE' })),
    })
    at('2024-11-20')
    expect((await propose(all, clerk)).errors).toEqual(['FORBIDDEN'])
    const revoke = await extend(declared.employerId, '2024-11-25')
    expect((await propose([declared.employerId])).data['proposeDeemed']).toMatchObject({
      refused: [{ reason: 'EXTENDED' }],
    })
    const { data } = await ask(platform, clerk, '{ employer { dueItems { kind concerning dueOn overdue } } }')
    expect((data['employer'] as unknown as { dueItems: unknown[] }).dueItems).toContainEqual({
      kind: 'FILE_MONTHLY',
      concerning: '2024-11',
      dueOn: '2024-11-25',
      overdue: false,
    })
    await revoke()
    const outcome = await propose(all)
    expect(outcome.data['proposeDeemed']).toEqual({
      proposed: 1,
      refused: [
        { employerId: never.employerId, reason: 'NO_LAST_MONTH' },
        { employerId: filed.employerId, reason: 'ALREADY_FILED' },
      ],
    })
    expect((await propose([declared.employerId])).data['proposeDeemed']).toMatchObject({
      proposed: 0,
      refused: [{ reason: 'ALREADY_PROPOSED' }],
    })
    const amount = await ask(
      platform,
      officer,
      `mutation { one: proposeOfficeAmount(${ofNovember}, employerId: "${never.employerId}", people: 3, wage: 600000, grounds: "现场核查三人") { proposed }
        other: proposeOfficeAmount(${ofNovember}, employerId: "${declared.employerId}", people: 3, wage: 600000, grounds: "现场核查三人") { refused { reason } } }`,
    )
    expect(amount.errors).toEqual([])
    expect(amount.data).toMatchObject({ one: { proposed: 1 }, other: { refused: [{ reason: 'ALREADY_PROPOSED' }] } })
    expect(await platform.database.prisma.paymentNotice.count({ where: { period: '2024-11', kind: 'DEEMED' } })).toBe(0)
  })

  it('is issued by another than who proposed it, billed once, and settled by what is declared afterwards', async () => {
    at('2024-11-20')
    const [ofNever, ofDeclared] = await waiting()
    if (!ofNever || !ofDeclared) throw new Error('nothing waits')
    const own = await propose([]).catch(() => undefined)
    expect(own?.errors).not.toEqual([])
    expect((await decide(ofDeclared, officer)).errors).toEqual(['FORBIDDEN'])
    const both = staffViewer(['HEAD'], { accountId: officer.accountId })
    expect((await decide(ofDeclared, both)).data['decideDeemedAssessment']).toMatchObject({ reason: 'SAME_PERSON' })
    expect((await decide(ofDeclared, reviewer)).data['decideDeemedAssessment']).toMatchObject({
      assessment: { state: 'ISSUED' },
    })
    expect((await decide(ofNever, reviewer)).data['decideDeemedAssessment']).toMatchObject({
      assessment: { state: 'ISSUED' },
    })
    const bills = await platform.database.prisma.paymentNotice.findMany({
      where: { period: '2024-11', kind: 'DEEMED' },
      orderBy: { people: 'asc' },
    })
    expect(bills.map(({ employerId, people, total }) => [employerId, people, Number(total)])).toEqual([
      [declared.employerId, 2, ofDeclared.total],
      [never.employerId, 3, ofNever.total],
    ])
    expect((await propose([declared.employerId])).data['proposeDeemed']).toMatchObject({
      refused: [{ reason: 'ALREADY_BILLED' }],
    })
    expect((await list(`${ofNovember}, state: DEEMED`)).nodes).toHaveLength(2)
    // The bill of the office's amount is read like any other.
    const { errors } = await ask(platform, reviewer, `{ paymentNotice(id: "${bills[1]?.id}") { deemedFrom total } }`)
    expect(errors).toEqual([])

    at('2024-12-03')
    const declarationId = await file(declared, 'SUPPLEMENTARY')
    expect((await list(ofNovember)).nodes.map(({ id }) => id)).toEqual([never.employerId])
    const input = { declarationId, version: 1, origin: 'test' }
    await startMonthlyReview(platform, officer, input)
    await recommendMonthly(platform, officer, input)
    expect((await acceptMonthly(platform, reviewer, input)).kind).toBe('done')
    const settled = await platform.database.prisma.paymentNotice.findUniqueOrThrow({
      where: { id: bills[0]?.id ?? '' },
    })
    expect(settled.declarationId).toBe(declarationId)
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('is not issued once it was handed in, and can be refused with a reason', async () => {
    at('2025-01-05')
    late = await addUnit(platform, [somebody(9, '丁一', 1_000_000)])
    await assessEmployer(platform, { employerId: late.employerId, period: period('2024-10') })
    await propose([late.employerId])
    const [proposal] = await waiting()
    if (!proposal) throw new Error('nothing waits')
    await file(late, 'SUPPLEMENTARY')
    expect((await decide(proposal, reviewer)).data['decideDeemedAssessment']).toMatchObject({ reason: 'ALREADY_FILED' })
    expect((await decide(proposal, reviewer, '单位已补报')).data['decideDeemedAssessment']).toMatchObject({
      assessment: { state: 'REFUSED', noticeId: null },
    })
  })
  it('is neither deemed nor billed by a run while the office has it in hand, and billed once that accepts it', async () => {
    const started = await ask(
      platform,
      officer,
      'mutation { startBillingRun(period: "2024-11") { ... on BillingRunStarted { run { id } } ... on BillingRunRefused { reason } } }',
    )
    const { run } = started.data['startBillingRun'] as unknown as { run: { id: string } }
    while ((await continueRun(platform, run.id, 3)) === 'MORE');
    const bills = () =>
      platform.database.prisma.paymentNotice.findMany({
        where: { employerId: late.employerId, period: '2024-11' },
        select: { kind: true, sequence: true },
      })
    expect(await bills()).toEqual([])
    const { id: declarationId } = await platform.database.prisma.declaration.findFirstOrThrow({
      where: { employerId: late.employerId, kind: 'MONTHLY', period: '2024-11' },
    })
    const input = { declarationId, version: 1, origin: 'test' }
    await startMonthlyReview(platform, officer, input)
    await recommendMonthly(platform, officer, input)
    expect((await acceptMonthly(platform, reviewer, input)).kind).toBe('done')
    expect(await bills()).toEqual([{ kind: 'NORMAL', sequence: 0 }])
  })
})
