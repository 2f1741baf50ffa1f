import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffViewer } from '../../../testing/ask.ts'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addOffice } from '../../../testing/readers.ts'
import { creditOf, suspense, bookTransfer, negative } from '../ledger/ledger.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { continueRun } from './continue-run.ts'
import { startBillingRun } from './start-run.ts'
import { fen } from '@shebao/kernel'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({}, { calendarsTo: '2036-12-01' })
  await seedPolicy(platform)
  await addOffice(platform)
})
afterAll(() => platform.close())

const peopleInBatch = 4

/** The months that a run is played in: each its own, so that every run begins with nothing done. */
const monthOf = (step: number) =>
  `${2023 + Math.floor((step + 6) / 12)}-${String(((step + 6) % 12) + 1).padStart(2, '0')}`

/** Two fen that no debt took, so that one of the employers has credit for the next notice. */
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
  'a run killed at any of its steps goes on, and bills each employer exactly once',
  { timeout: 600_000 },
  async () => {
    platform.clock.set('2036-11-24T10:00:00+08:00')
    const [first, second, wrong, third] = [
      await addEmployer(platform, [1_000_000]),
      await addEmployer(platform, [500_000, 5_000_000, 700_000]),
      await addEmployer(platform, [1_000_000]),
      await addEmployer(platform, [800_000]),
    ]
    await platform.database.prisma.employer.update({ where: { id: wrong.employerId }, data: { injuryRatePpm: 19_000 } })
    let [crashes, end]: [number, CrashEnd] = [0, 'CRASHED']
    for (let step = 1; end === 'CRASHED'; step += 1) {
      const month = monthOf(step)
      await giveCredit(third.employerId)
      const started = await startBillingRun(platform, staffViewer(['HEAD']), { period: month, origin: 'test' })
      const runId = started.kind === 'STARTED' ? started.run.id : ''
      end = await crashBefore(platform, 'billingRun', step, { runId, people: peopleInBatch })
      if (end === 'CRASHED') crashes += 1
      while ((await continueRun(platform, runId, peopleInBatch)) === 'MORE');
      const notices = await platform.database.prisma.paymentNotice.findMany({ where: { period: month } })
      const billed = [first, second, third].map(({ employerId }) => employerId)
      expect(notices.map(({ employerId }) => employerId).toSorted(), `before step ${step}`).toEqual(billed.toSorted())
      const months = await platform.database.prisma.premiumPayment.groupBy({
        by: ['employerId'],
        where: { period: month },
        _count: true,
      })
      expect(months.reduce((sum, { _count }) => sum + _count, 0)).toBe(5)
      expect(
        await platform.database.prisma.billingRun.findUnique({ where: { id: runId }, include: { problems: true } }),
      ).toMatchObject({
        status: 'DONE',
        noticesIssued: 3,
        people: 5,
        amount: notices.reduce((sum, { employerTotal, personalTotal }) => sum + employerTotal + personalTotal, 0n),
        credited: 2n,
        problems: [{ employerId: wrong.employerId, code: 'UNIT_RATE_OUT_OF_CLASS' }],
      })
    }
    expect(crashes).toBeGreaterThan(5)
    const proof = await proveLedger(platform)
    expect(proof.breaks.filter((broken) => !broken.startsWith('SUSPENSE'))).toEqual([])
  },
)
