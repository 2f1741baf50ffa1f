import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOpenLinks } from '../one-time-code/index.ts'
import { listClerks } from '../session/index.ts'
import type { ClerkRow } from '../session/index.ts'

/** More are no clerks of one employer [PD]. */
export const mostClerks = 100

export interface ListedClerk extends ClerkRow {
  self: boolean
  /** The employer's own number opens this account; the others have theirs. */
  byEmployerNumber: boolean
  openLinkUntil: Date | null
}

/** Who acts for an employer: for its own clerks and for staff. */
export async function readClerks(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
): Promise<ListedClerk[]> {
  const row = { employerId: requireUuid(employerId, 'employer') }
  const viewer = requireMay(asker, 'clerk:read', row, 'employer')
  const clerks = await listClerks(platform, employerId, mostClerks)
  const links = await listOpenLinks(
    platform,
    clerks.map(({ id }) => id),
  )
  return clerks.map((clerk, place) => ({
    ...clerk,
    self: clerk.id === viewer.accountId,
    byEmployerNumber: place === 0,
    openLinkUntil: links.get(clerk.id) ?? null,
  }))
}
