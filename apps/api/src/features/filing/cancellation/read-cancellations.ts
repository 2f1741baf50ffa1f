import { isCivilDate } from '@shebao/kernel'
import { requireMay, requireRow } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findCancellation, listCancellations } from './cancellation.repository.ts'
import type { CancellationRow } from './cancellation.repository.ts'
import { findObstacles } from './find-obstacles.ts'
import type { Obstacle } from './obstacles.repository.ts'

/** More are in the trail [PD]. */
export const mostCancellations = 20

addAttachmentSubject('CANCELLATION', {
  permission: 'cancellation:read',
  owner: async (platform, id) => (await findCancellation(platform, id)) ?? undefined,
})

export async function readCancellation(
  platform: Platform,
  viewer: Viewer | undefined,
  id: string,
): Promise<CancellationRow> {
  return requireRow(viewer, 'cancellation:read', await findCancellation(platform, id), 'cancellation')
}

export async function readCancellations(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
): Promise<CancellationRow[]> {
  requireMay(viewer, 'cancellation:read', { employerId: requireUuid(employerId, 'employer') }, 'employer')
  return listCancellations(platform, employerId, mostCancellations)
}

/** Before anything is asked: what still stands in the way on a day. */
export async function readObstacles(
  platform: Platform,
  viewer: Viewer | undefined,
  { employerId, lastDay }: { employerId: string; lastDay: string },
): Promise<Obstacle[]> {
  requireMay(viewer, 'cancellation:read', { employerId: requireUuid(employerId, 'employer') }, 'employer')
  if (!isCivilDate(lastDay)) throw badInput('lastDay', 'A day is needed.')
  return findObstacles(platform, employerId, lastDay)
}
