import { requireMay, requireRow } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../attachment/index.ts'
import { findOnlineFiling, listOnlineFilings } from '../employer/index.ts'
import type { OnlineFilingRow } from '../employer/index.ts'

/** More are in the trail [PD]. */
export const mostOnlineFilings = 20

addAttachmentSubject('ONLINE_FILING', {
  permission: 'online-filing:read',
  owner: async (platform, id) => (await findOnlineFiling(platform, id)) ?? undefined,
})

/** Approvals and applications of a unit, the latest first. */
export async function readOnlineFilings(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
): Promise<OnlineFilingRow[]> {
  requireMay(asker, 'online-filing:read', { employerId }, 'employer')
  return listOnlineFilings(platform, employerId, mostOnlineFilings)
}

export async function readOnlineFiling(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
): Promise<OnlineFilingRow> {
  return requireRow(asker, 'online-filing:read', await findOnlineFiling(platform, id), 'approval for online filing')
}
