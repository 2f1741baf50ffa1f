import { actingRole } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { loadReview } from './load-review.ts'
import type { Review } from './load-review.ts'

/** A declaration as staff open it: who looked at an employer's people stands in the trail (domain 9), once an hour. */
export async function openReview(
  platform: Platform,
  viewer: Viewer | undefined,
  origin: string,
  declarationId: string,
): Promise<Review> {
  const review = await loadReview(platform, viewer, declarationId)
  if (viewer)
    await platform.audit.recordRead(
      {
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        role: actingRole(viewer, 'review:read'),
        action: 'OPEN_REVIEW',
        recordType: 'Declaration',
        recordId: review.declaration.id,
        change: { version: review.version.version },
      },
      { origin },
    )
  return review
}
