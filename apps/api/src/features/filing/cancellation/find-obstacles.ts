import type { Platform } from '../../../platform/platform.ts'
import { findEmployerBalance } from '../../money/ledger/index.ts'
import { listObstacles } from './obstacles.repository.ts'
import type { Obstacle } from './obstacles.repository.ts'

/** Everything that keeps a unit in the register on a day, what the ledger holds for it included. */
export async function findObstacles(platform: Platform, employerId: string, lastDay: string): Promise<Obstacle[]> {
  const found = await listObstacles(platform, employerId, lastDay)
  const { credit } = await findEmployerBalance(platform, employerId)
  return credit > 0
    ? [...found, { kind: 'CREDIT', id: null, number: null, period: null, count: 1, amount: BigInt(credit) }]
    : found
}
