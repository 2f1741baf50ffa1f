import { fen, period as toPeriod } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { bookTransfer, creditOf, negative, suspense } from '../ledger/ledger.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { staffViewer } from '../../../testing/ask.ts'
import { startDifferenceRun } from './start-difference-run.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { continueRun } from './continue-run.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({}, { calendarsTo: '2036-12-01' })
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const region = '110000'
const peopleInBatch = 4

/** Each run has a month of its own, so that it begins with nothing done. */
const monthOf = (step: number) =>
  toPeriod(`${2023 + Math.floor((step + 6) / 12)}-${String(((step + 6) % 12) + 1).padStart(2, '0')}`)

/** A yuan a person more in a month that is billed already; its run waits to be worked on. */
async function publishLate(month: string): Promise<string> {
  const proposalId = crypto.randomUUID()
  await platform.database.prisma.policyParameter.create({
    data: {
      region,
      insurance: 'UNEMPLOYMENT',
      payerSide: 'EMPLOYER',
      category: 'ALL',
      name: 'FIXED_AMOUNT',
      value: 100n,
      validFrom: month,
      validTo: month,
      source: '测试',
      approvedBy: 'test',
      proposalId,
    },
  })
  await startDifferenceRun(platform, { region, proposalId, startedBy: staffViewer(['REVIEWER']) })
  return (await platform.database.prisma.billingRun.findFirstOrThrow({ where: { proposalId } })).id
}

/** Two fen that no debt took: credit that the run spends. */
async function giveCredit(employerId: string): Promise<void> {
  await bookTransfer(platform, {
    kind: 'SUSPENSE',
    key: crypto.randomUUID(),
    occurredOn: platform.clock.today(),
    entries: [
      { account: suspense, amount: fen(2) },
      { account: creditOf(employerId), amount: negative(fen(2)) },
    ],
  })
}

it.runIf(crashesCanBePlayed())(
  'a run of differences killed at any of its steps goes on, and bills each difference exactly once',
  { timeout: 600_000 },
  async () => {
    platform.clock.set('2036-11-24T10:00:00+08:00')
    const units = [
      await addEmployer(platform, [1_000_000]),
      await addEmployer(platform, [500_000, 5_000_000, 700_000]),
      await addEmployer(platform, [800_000]),
    ]
    let [crashes, end]: [number, CrashEnd] = [0, 'CRASHED']
    for (let step = 1; end === 'CRASHED'; step += 1) {
      const month = monthOf(step)
      for (const { employerId } of units) await assessEmployer(platform, { employerId, period: month })
      const runId = await publishLate(month)
      await giveCredit(units[2]?.employerId ?? '')
      end = await crashBefore(platform, 'billingRun', step, { runId, people: peopleInBatch })
      if (end === 'CRASHED') crashes += 1
      while ((await continueRun(platform, runId, peopleInBatch)) === 'MORE');
      const where = { period: month, kind: 'DIFFERENCE' }
      const notices = await platform.database.prisma.paymentNotice.findMany({ where })
      expect(
        notices.map(({ total }) => Number(total)).toSorted((a, b) => a - b),
        `before step ${step}`,
      ).toEqual([100, 100, 300])
      const rows = await platform.database.prisma.premiumPayment.findMany({ where })
      expect(rows.map(({ unemploymentEmployer }) => unemploymentEmployer)).toEqual([100n, 100n, 100n, 100n, 100n])
      expect(await platform.database.prisma.billingRun.findUnique({ where: { id: runId } })).toMatchObject({
        status: 'DONE',
        employersDone: 3,
        noticesIssued: 3,
        people: 5,
        amount: 500n,
      })
      const balance = await platform.database.query<{ credit: bigint }>({
        text: `SELECT sum(credit)::bigint AS credit FROM employer_balance`,
      })
      expect(balance).toEqual([{ credit: 0n }])
    }
    expect(crashes).toBeGreaterThan(3)
    const proof = await proveLedger(platform)
    expect(proof.breaks.filter((broken) => !broken.startsWith('SUSPENSE'))).toEqual([])
  },
)
