import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listWaitingMoney } from './waiting-money.repository.ts'
import type { WaitingMoneyRow } from './waiting-money.repository.ts'

/** What came of an employer and waits in suspense. What is only thought to be its own is shown to staff alone. */
export async function readWaitingMoney(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
): Promise<WaitingMoneyRow[]> {
  const asker = requireMay(viewer, 'balance:read', { employerId }, 'employer')
  return listWaitingMoney(platform, employerId, asker.kind === 'STAFF')
}
