import type { Platform } from '../../../platform/platform.ts'
import { findEmployerBalance } from '../../money/ledger/index.ts'
import { listWaitingMoney } from '../../money/reconciliation/index.ts'
import { listObstacles } from './obstacles.repository.ts'
import type { Obstacle } from './obstacles.repository.ts'

/** Everything that keeps a unit in the register on a day, what the ledger holds for it included. */
export async function findObstacles(platform: Platform, employerId: string, lastDay: string): Promise<Obstacle[]> {
  const found = await listObstacles(platform, employerId, lastDay)
  const { credit } = await findEmployerBalance(platform, employerId)
  const waiting = await listWaitingMoney(platform, employerId, true)
  return [
    ...found,
    ...moneyObstacles(
      BigInt(credit),
      waiting.map(({ amount }) => amount),
    ),
  ]
}

/** Money that is the unit's: nobody could give it back once the unit is gone. */
export function moneyObstacles(credit: bigint, waiting: readonly bigint[]): Obstacle[] {
  const of = { id: null, number: null, period: null }
  const sum = waiting.reduce((total, amount) => total + amount, 0n)
  return [
    ...(credit > 0n ? [{ ...of, kind: 'CREDIT' as const, count: 1, amount: credit }] : []),
    ...(waiting.length > 0 ? [{ ...of, kind: 'WAITING_MONEY' as const, count: waiting.length, amount: sum }] : []),
  ]
}
