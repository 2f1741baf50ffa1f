import type { Viewer } from '../../graphql/context.ts'
import type { Platform } from '../../platform/platform.ts'
import { getPinSources, restoreInitialPassword } from './account.repository.ts'
import { initialPin } from './initial-pin.ts'
import { passwordHashing } from './password-hashing.ts'
import { requireWindowStaff } from './session.policy.ts'
import { revokeSessions } from './session.repository.ts'

/**
 * At the window, after the ID was seen: unlocks an insured person's password and sets it back to the initial one, which only
 * permits choosing a new one. False when the person never signed in, so that there is nothing to unlock.
 */
export async function unlockCardPassword(
  platform: Platform, origin: string, viewer: Viewer, individualId: string, reason: string,
): Promise<boolean> {
  requireWindowStaff(viewer)
  const { idNumber } = await getPinSources(platform, individualId)
  const passwordHash = await passwordHashing.hash(initialPin(idNumber))
  return platform.database.transaction(async () => {
    const accountId = await restoreInitialPassword(platform, individualId, passwordHash)
    if (!accountId) return false
    await revokeSessions(platform, accountId)
    await platform.audit.record({
      actorKind: 'STAFF', actorId: viewer.accountId, role: viewer.roles.join(','), origin, action: 'CARD_PASSWORD_UNLOCKED',
      recordType: 'Account', recordId: accountId, reason,
    })
    return true
  })
}
