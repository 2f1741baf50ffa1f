import type { SessionStage } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SignInAccount } from './account.repository.ts'
import { hasAuthenticator } from './second-factor/authenticator.repository.ts'

/** How far the right password brings somebody. Where the product is in earnest, staff do nothing without a second factor. */
export async function stageAfterPassword(
  platform: Platform,
  { id, kind, passwordInitial }: Pick<SignInAccount, 'id' | 'kind' | 'passwordInitial'>,
): Promise<SessionStage> {
  if (passwordInitial) return 'MUST_CHANGE_PASSWORD'
  if (kind !== 'STAFF') return 'FULL'
  if (await hasAuthenticator(platform, id)) return 'MUST_PROVE_SECOND_FACTOR'
  return isSecondFactorRequired(platform) ? 'MUST_ENROL_SECOND_FACTOR' : 'FULL'
}

export const isSecondFactorRequired = ({ environment }: Platform): boolean => environment.mode === 'production'
