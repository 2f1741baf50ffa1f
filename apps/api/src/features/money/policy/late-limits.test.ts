import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { proposalCase } from './proposal-case.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { addProposal } from './edit-proposal.ts'
import { simulateProposal } from './simulate-proposal.ts'
import { nextLimits, openPolicyFixture, region } from '../../../testing/money/policy/policy-fixture.ts'
import type { PolicyFixture } from '../../../testing/money/policy/policy-fixture.ts'
import { addOffice } from '../../../testing/readers.ts'
import { billingJobs } from '../run/money-jobs.ts'

let office: PolicyFixture
beforeAll(async () => {
  office = await openPolicyFixture()
  await addOffice(office.platform)
})
afterAll(() => office.close())

async function runs() {
  const { data, errors } = await ask(
    office.platform,
    office.officer,
    '{ billingRuns { edges { node { id kind status employersDone employersTotal people noticesIssued amount credited problemCount } } } }',
  )
  expect(errors).toEqual([])
  return (data['billingRuns'] as unknown as { edges: { node: Record<string, unknown> }[] }).edges.map(
    ({ node }) => node,
  )
}

/** What the server does every minute and whenever a run is begun. */
const work = () =>
  billingJobs(office.platform)
    .find(({ name }) => name === 'billing-runs')
    ?.run()

it('limits published after two months were billed are settled by the job, which the staff page follows to its result', async () => {
  const { platform, officer, reviewer } = office
  const { id } = await addProposal(platform, officer, {
    region,
    title: '示例',
    rows: nextLimits('2026-07'),
    origin: 'test',
  })
  await simulateProposal(platform, officer, { id, expectedRevision: 0, run: null })
  const { errors } = await ask(
    platform,
    reviewer,
    'mutation ($id: ID!, $decidedOn: CaseMark!) { publishPolicyProposal(id: $id, decidedOn: $decidedOn, expectedRevision: 0) { __typename } }',
    { id, decidedOn: await markNow(platform, proposalCase, id) },
  )
  expect(errors).toEqual([])
  expect(await runs()).toMatchObject([{ kind: 'DIFFERENCE', status: 'RUNNING', employersDone: 0, employersTotal: 3 }])

  await work()
  const [done] = await runs()
  const notices = await platform.database.prisma.paymentNotice.findMany({ where: { kind: 'DIFFERENCE' } })
  // September and October: who was at the floor in two units, who is above the old ceiling in one.
  expect(notices.map(({ period }) => period).toSorted()).toEqual([
    '2026-09',
    '2026-09',
    '2026-09',
    '2026-10',
    '2026-10',
    '2026-10',
  ])
  expect(new Set(notices.map(({ bearsLateFee }) => bearsLateFee))).toEqual(new Set([false]))
  expect(done).toMatchObject({
    status: 'DONE',
    employersDone: 3,
    people: 6,
    noticesIssued: 6,
    amount: Number(notices.reduce((sum, { total }) => sum + total, 0n)),
    problemCount: 0,
  })
  await work()
  expect(await platform.database.prisma.paymentNotice.count({ where: { kind: 'DIFFERENCE' } })).toBe(6)
  expect((await proveLedger(platform)).breaks).toEqual([])
})
