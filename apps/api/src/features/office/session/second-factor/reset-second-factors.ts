import type { Platform } from '../../../../platform/platform.ts'
import { removeAllAuthenticators } from './authenticator.repository.ts'
import { revokeRecoveryCodes } from './recovery-code.repository.ts'

/** Everything the account proved itself with beside the password opens nothing any more. Returns how many authenticators counted. */
export async function resetSecondFactors(platform: Platform, accountId: string): Promise<number> {
  await revokeRecoveryCodes(platform, accountId)
  return removeAllAuthenticators(platform, accountId)
}
