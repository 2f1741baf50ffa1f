import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getPinSources, restoreInitialPassword } from './account.repository.ts'
import { closeReset, findOpenResetById, lockOpenReset } from './card-password.repository.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import { initialPin } from './initial-pin.ts'
import { passwordHashing } from './password-hashing.ts'
import { requireSecondPerson } from './session.policy.ts'
import { revokeSessions } from './session.repository.ts'

export type CardPasswordConfirmOutcome =
  | { outcome: 'RESET'; reset: CardPasswordReset }
  | { outcome: 'REFUSED'; reason: 'SAME_PERSON' | 'NO_LONGER_OPEN' }

/**
 * The second pair of eyes: unlocks the password, sets it back to the initial one, which only permits choosing a new one, and
 * ends the person's sessions.
 */
export async function confirmCardPasswordReset(
  platform: Platform,
  origin: string,
  viewer: Viewer,
  resetId: string,
): Promise<CardPasswordConfirmOutcome> {
  requireSecondPerson(viewer)
  const wanted = await findOpenResetById(platform, resetId)
  if (!wanted) return { outcome: 'REFUSED', reason: 'NO_LONGER_OPEN' }
  if (wanted.requestedBy === viewer.accountId) return { outcome: 'REFUSED', reason: 'SAME_PERSON' }
  // The slow hash before the transaction, which then decides again under the lock.
  const { idNumber } = await getPinSources(platform, wanted.individualId)
  const passwordHash = await passwordHashing.hash(initialPin(idNumber))
  return platform.database.transaction(async () => {
    const reset = await lockOpenReset(platform, resetId)
    if (!reset) return { outcome: 'REFUSED', reason: 'NO_LONGER_OPEN' }
    const accountId = await restoreInitialPassword(platform, reset.individualId, passwordHash)
    if (!accountId) return { outcome: 'REFUSED', reason: 'NO_LONGER_OPEN' }
    await revokeSessions(platform, accountId)
    await closeReset(platform, reset.id, viewer.accountId)
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin,
      action: 'RESET_CARD_PASSWORD',
      recordType: 'Account',
      recordId: accountId,
      reason: reset.reason,
      change: { resetId: reset.id, requestedBy: reset.requestedBy },
    })
    return { outcome: 'RESET', reset }
  })
}
