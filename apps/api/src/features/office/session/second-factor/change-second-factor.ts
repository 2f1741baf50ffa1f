import { requireMay } from '../../../../access/permissions.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { getAccount } from '../account.repository.ts'
import { Busy, passwordHashing } from '../password-hashing.ts'
import { markProved } from '../session.repository.ts'
import { isSecondFactorRequired } from '../session-stage.ts'
import { forgiveTries, takeAccountTry } from '../throttle.repository.ts'
import { listAuthenticators, lockAuthenticators, removeAuthenticator } from './authenticator.repository.ts'
import { isFresh } from './enrol-second-factor.ts'
import { revokeRecoveryCodes } from './recovery-code.repository.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { refused } from './second-factor-outcome.ts'
import type { Refused } from './second-factor-outcome.ts'
import { traceSecondFactor } from './trace-second-factor.ts'

export const passwordChecks = ['RIGHT', 'WRONG', 'LOCKED', 'BUSY'] as const
export type PasswordCheck = (typeof passwordChecks)[number]

/** The password once more, before a change of the second factor. Wrong ones count like those at sign-in. */
export async function confirmPassword(platform: Platform, asker: Viewer, password: string): Promise<PasswordCheck> {
  const viewer = requireMay(asker, 'second-factor:remove')
  try {
    const taken = await takeAccountTry(platform, viewer.accountId, viewer.kind)
    if (!taken.allowed) return 'LOCKED'
    const { passwordHash } = await getAccount(platform, viewer.accountId)
    if (!(await passwordHashing.matches(password, passwordHash))) return 'WRONG'
    await forgiveTries(platform, viewer.accountId)
    const inFull = (await listAuthenticators(platform, viewer.accountId)).length === 0
    await markProved(platform, viewer.sessionId, inFull)
    return 'RIGHT'
  } catch (error) {
    if (error instanceof Busy) return 'BUSY'
    throw error
  }
}

/** The last one goes only where none is required; the recovery codes go with it. */
export async function removeSecondFactor(
  platform: Platform,
  origin: string,
  asker: Viewer,
  id: string,
): Promise<{ outcome: 'REMOVED' } | Refused> {
  const viewer = requireMay(asker, 'second-factor:remove')
  if (!(await isFresh(platform, viewer))) return refused('NOT_FRESH')
  return platform.database.transaction(async () => {
    await lockAuthenticators(platform, viewer.accountId)
    const known = await listAuthenticators(platform, viewer.accountId)
    const wanted = known.find((one) => one.id === id)
    if (!wanted) return refused('NO_LONGER_OPEN')
    if (known.length === 1 && isSecondFactorRequired(platform)) return refused('LAST_ONE')
    await removeAuthenticator(platform, viewer.accountId, id)
    if (known.length === 1) await revokeRecoveryCodes(platform, viewer.accountId)
    await traceSecondFactor(platform, { viewer, origin }, 'SECOND_FACTOR_REMOVED', {
      kind: wanted.kind,
      authenticatorId: id,
    })
    return { outcome: 'REMOVED' }
  })
}

export async function renewCodes(
  platform: Platform,
  origin: string,
  asker: Viewer,
): Promise<{ outcome: 'CODES'; codes: readonly string[] } | Refused> {
  const viewer = requireMay(asker, 'second-factor:enrol')
  if (!(await isFresh(platform, viewer))) return refused('NOT_FRESH')
  return platform.database.transaction(async () => {
    if ((await listAuthenticators(platform, viewer.accountId)).length === 0) return refused('NO_LONGER_OPEN')
    const codes = await renewRecoveryCodes(platform, viewer.accountId)
    await traceSecondFactor(platform, { viewer, origin }, 'RECOVERY_CODES_RENEWED')
    return { outcome: 'CODES', codes }
  })
}
