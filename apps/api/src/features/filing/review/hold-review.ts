import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findAnyDeclaration } from '../declaration/index.ts'
import { findHold, releaseHold, takeHold } from './hold.repository.ts'

/** A page that is open says so every minute; after two missed minutes somebody else may have it. */
export const holdLastsMs = 150_000

export interface ReviewHold {
  holderName: string
  since: Date
  mine: boolean
}

/**
 * Says that this person has the declaration open, or who else has. Nobody is locked out: it prevents double work, and the
 * status table alone decides what happens.
 */
export async function holdReview(
  platform: Platform,
  asker: Viewer | undefined,
  declarationId: string,
): Promise<ReviewHold> {
  const viewer = requireMay(asker, 'review:hold')
  if (!(await findAnyDeclaration(platform, requireUuid(declarationId, 'declaration')))) throw notFound('declaration')
  const now = platform.clock.now()
  await takeHold(platform, declarationId, viewer.accountId, { now, staleBefore: new Date(now.getTime() - holdLastsMs) })
  const hold = await findHold(platform, declarationId)
  if (!hold) throw new Error('A hold that was just taken is gone.')
  return { holderName: hold.holderName, since: hold.heldSince, mine: hold.accountId === viewer.accountId }
}

/** The page was left. */
export async function leaveReview(
  platform: Platform,
  asker: Viewer | undefined,
  declarationId: string,
): Promise<boolean> {
  const viewer = requireMay(asker, 'review:hold')
  await releaseHold(platform, requireUuid(declarationId, 'declaration'), viewer.accountId)
  return true
}
