import { requireMay } from '../../../../access/permissions.ts'
import { badInput } from '../../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { complete } from '../complete-sign-in.ts'
import { forgiveGuess, takeGuess } from '../guess-count.repository.ts'
import { lockEnds, secondFactorPolicy } from '../lock-policy.ts'
import { keepPasskeyChallenge, markProved, takePasskeyChallenge } from '../session.repository.ts'
import type { NewSession } from '../session.repository.ts'
import type { Caller } from '../sign-in.ts'
import { forgiveSecondFactorTries, takeSecondFactorTry } from '../throttle.repository.ts'
import { hasAuthenticator, listPasskeys, listTotps, markPasskeyUsed, takeTotpStep } from './authenticator.repository.ts'
import { passkeyToUse, readUsedPasskey } from './passkey.ts'
import { countRecoveryCodes } from './recovery-code.repository.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { refused } from './second-factor-outcome.ts'
import type { Refused } from './second-factor-outcome.ts'
import { totpStep } from './totp.ts'
import { traceSecondFactor } from './trace-second-factor.ts'

/** Exactly one of them. */
export interface Proof {
  code?: string | undefined
  recoveryCode?: string | undefined
  passkey?: unknown
}

export async function beginPasskeyProof(
  platform: Platform,
  asker: Viewer,
): Promise<{ outcome: 'PASSKEY'; options: object } | Refused> {
  const viewer = requireMay(asker, 'second-factor:prove')
  const known = await listPasskeys(platform, viewer.accountId)
  if (known.length === 0) return refused('NO_LONGER_OPEN')
  const { challenge, options } = await passkeyToUse(platform, known)
  await keepPasskeyChallenge(platform, viewer.sessionId, challenge)
  return { outcome: 'PASSKEY', options }
}

/** With the session that a sign-in became; nothing new where the session was whole before. */
export interface Proved {
  outcome: 'SIGNED_IN'
  viewer: Viewer
  session?: NewSession
}

/**
 * The second half of a sign-in, or the same proof again of who is signed in already. Each try is counted before it is looked at,
 * apart from those of the password.
 */
export async function proveSecondFactor(
  platform: Platform,
  caller: Caller,
  asker: Viewer,
  proof: Proof,
): Promise<Proved | Refused> {
  const viewer = requireMay(asker, 'second-factor:prove')
  if ([proof.code, proof.recoveryCode, proof.passkey].filter((one) => one !== undefined).length !== 1)
    throw badInput('code', 'Exactly one of code, recovery code and passkey is needed.')
  const guess = { door: 'VISITOR', by: caller.origin } as const
  const blockedUntil = await takeGuess(platform, guess)
  if (blockedUntil) return refused('LOCKED', blockedUntil)
  const taken = await takeSecondFactorTry(platform, viewer.accountId)
  if (!taken.allowed) return refused('LOCKED', taken.lockedUntil)
  const proved = await platform.database.transaction(async (): Promise<Proved | undefined> => {
    const way = await takeProof(platform, viewer, proof)
    if (!way) return undefined
    await forgiveSecondFactorTries(platform, viewer.accountId)
    const left = await countRecoveryCodes(platform, viewer.accountId)
    const actor = { viewer, origin: caller.origin }
    if (way === 'RECOVERY_CODE') await traceSecondFactor(platform, actor, 'RECOVERY_CODE_USED', { left })
    else await traceSecondFactor(platform, actor, 'SECOND_FACTOR_PROVED', { kind: way })
    if (viewer.stage === 'FULL') {
      // Its end stays where the password put it: a second factor alone keeps no session going.
      await markProved(platform, viewer.sessionId, true)
      return { outcome: 'SIGNED_IN', viewer }
    }
    const session = await complete(platform, caller, viewer)
    return { outcome: 'SIGNED_IN', viewer: session.viewer, session }
  })
  if (proved) {
    await forgiveGuess(platform, guess)
    return proved
  }
  await traceSecondFactor(platform, { viewer, origin: caller.origin }, 'SECOND_FACTOR_REFUSED')
  return taken.last ? refused('LOCKED', lockEnds(secondFactorPolicy, platform.clock.now())) : refused('WRONG')
}

/** At the server's terminal: the six digits, or a recovery code. True also for an account that has no second factor. */
export async function proveAtTerminal(
  platform: Platform,
  viewer: StaffMember,
  origin: string,
  ask: () => Promise<string>,
): Promise<boolean> {
  if (!(await hasAuthenticator(platform, viewer.accountId))) return true
  const typed = (await ask()).trim()
  const { allowed } = await takeSecondFactorTry(platform, viewer.accountId)
  const proved =
    allowed &&
    (await platform.database.transaction(async () => {
      if (await takeTotp(platform, viewer.accountId, typed)) return true
      return takeRecoveryCode(platform, viewer.accountId, typed)
    }))
  if (proved) await forgiveSecondFactorTries(platform, viewer.accountId)
  await traceSecondFactor(platform, { viewer, origin }, proved ? 'SECOND_FACTOR_PROVED' : 'SECOND_FACTOR_REFUSED')
  return proved
}

async function takeProof(
  platform: Platform,
  { accountId, sessionId }: StaffMember,
  { code, recoveryCode, passkey }: Proof,
): Promise<'TOTP' | 'RECOVERY_CODE' | 'PASSKEY' | undefined> {
  if (code !== undefined) return (await takeTotp(platform, accountId, code)) ? 'TOTP' : undefined
  if (recoveryCode !== undefined)
    return (await takeRecoveryCode(platform, accountId, recoveryCode)) ? 'RECOVERY_CODE' : undefined
  const challenge = await takePasskeyChallenge(platform, sessionId)
  if (challenge === undefined) return undefined
  const used = await readUsedPasskey(platform, challenge, passkey, await listPasskeys(platform, accountId))
  if (!used) return undefined
  await markPasskeyUsed(platform, used.id, used.counter)
  return 'PASSKEY'
}

async function takeTotp(platform: Platform, accountId: string, code: string): Promise<boolean> {
  for (const { id, secret } of await listTotps(platform, accountId)) {
    const step = totpStep(secret, code, platform.clock.now())
    if (step !== undefined && (await takeTotpStep(platform, id, step))) return true
  }
  return false
}
