import { fen, period } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { receiveMoney } from './allocate-credit.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const [owedBefore, lateFee, paid] = [370_300, 2_037, 400_000]
const settled = { owed: 0, credit: paid - owedBefore - lateFee }

/** An employer that owes July's 3 703.00, due on 2024-07-25, on the day of its payment. */
async function indebted(): Promise<string> {
  platform.clock.set('2024-07-02T10:00:00+08:00')
  const { employerId } = await addEmployer(platform, [1_000_000])
  await assessEmployer(platform, { employerId, period: period('2024-07') })
  platform.clock.set('2024-08-05T10:00:00+08:00')
  return employerId
}

it.runIf(crashesCanBePlayed())(
  'money is booked whole or not at all wherever the process dies, and once when it is reported again',
  { timeout: 300_000 },
  async () => {
    let end: CrashEnd = 'CRASHED'
    const booked: boolean[] = []
    for (let step = 1; end === 'CRASHED'; step += 1) {
      const employerId = await indebted()
      const money = { employerId, amount: fen(paid), valueDate: '2024-08-05', key: crypto.randomUUID() }
      end = await crashBefore(platform, 'receiveMoney', step, money)
      const found = await findEmployerBalance(platform, employerId)
      const again = await receiveMoney(platform, money)
      expect(found, `before step ${step}`).toEqual(again.booked ? { owed: owedBefore, credit: 0 } : settled)
      booked.push(!again.booked)
      expect(await findEmployerBalance(platform, employerId)).toEqual(settled)
    }
    // Cut before the COMMIT; after it, before anybody heard of it; not at all.
    expect(booked).toEqual([false, true, true])
    expect((await proveLedger(platform)).breaks).toEqual([])
  },
)
