import { period } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { importStatement } from './import-statement.ts'
import { finishDays } from './reconciliation-jobs.ts'
import { bankFile, continuing, line } from '../../../testing/money/reconciliation/statement-files.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const owed = 370_300
/** One after the other, as balances follow, and before the last day, so that no late fee comes in between. */
const dayOf = (count: number) => new Date(Date.UTC(2024, 6, 2 + count)).toISOString().slice(0, 10)

async function indebted(): Promise<{ employerId: string; number: string }> {
  platform.clock.set('2024-07-02T10:00:00+08:00')
  const { employerId } = await addEmployer(platform, [1_000_000])
  const assessed = await assessEmployer(platform, { employerId, period: period('2024-07') })
  platform.clock.set('2026-11-25T10:00:00+08:00')
  const { number } = await platform.database.prisma.paymentNotice.findUniqueOrThrow({
    where: { id: assessed?.noticeId ?? '' },
  })
  return { employerId, number }
}

/** Every state a cut can leave: nothing of the file, or the whole file and a part of its money, each money whole. */
async function expectNothingHalf(day: string): Promise<boolean> {
  const entries = await platform.database.prisma.statementEntry.count({ where: { statement: { day } } })
  expect([0, 2]).toContain(entries)
  expect((await proveLedger(platform)).breaks).toEqual([])
  return entries > 0
}

it.runIf(crashesCanBePlayed())(
  'a file is taken in whole or not at all wherever the process dies, and the job or the same file again finishes it',
  { timeout: 900_000 },
  async () => {
    let [crashes, begun, end]: [number, number, CrashEnd] = [0, 0, 'CRASHED']
    for (let step = 1; end === 'CRASHED'; step += 1) {
      const { employerId, number } = await indebted()
      const day = dayOf(step)
      const file = await continuing(
        platform,
        bankFile(day, [line(`C${step}`, owed, { remittance: number }), line(`U${step}`, 900)]),
      )
      end = await crashBefore(platform, 'importStatement', step, file)
      if (end === 'CRASHED') crashes += 1
      const recorded = await expectNothingHalf(day)
      if (recorded && end === 'CRASHED') begun += 1
      // The file is here: the job finishes it. It is not: the file is brought again.
      if (recorded) await finishDays(platform)
      else {
        const bytes = new TextEncoder().encode(file)
        await importStatement(platform, { bytes, fileName: 'again', how: 'FETCHED', origin: 'test' })
      }
      const items = await platform.database.prisma.reconciliationItem.findMany({
        where: { day },
        orderBy: { reference: 'asc' },
      })
      expect(
        items.map(({ outcome, reference }) => [outcome, reference]),
        `before step ${step}`,
      ).toEqual([
        ['MATCHED', `C${step}`],
        ['BANK_ONLY', `U${step}`],
      ])
      expect(await findEmployerBalance(platform, employerId)).toEqual({ owed: 0, credit: 0 })
    }
    expect(begun).toBeGreaterThan(1)
    // Every COMMIT, every write that stands alone, and what follows each: fewer cuts would miss some of them.
    expect(crashes).toBe(12)
    const proof = await proveLedger(platform)
    expect(proof.breaks).toEqual([])
    expect(proof.balances.get('SUSPENSE:BANK')).toBe(-900 * (crashes + 1))
  },
)
