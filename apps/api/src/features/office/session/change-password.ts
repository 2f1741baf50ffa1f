import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAccount, getPinSources, listOwnIdentifiers, replacePassword } from './account.repository.ts'
import type { SignInAccount } from './account.repository.ts'
import { initialPin } from './initial-pin.ts'
import { Busy, passwordHashing } from './password-hashing.ts'
import { needsCurrentPassword } from './session.policy.ts'
import { createSession, revokeSessions } from './session.repository.ts'
import type { NewSession } from './session.repository.ts'
import type { Caller } from './sign-in.ts'
import { forgiveTries, takeAccountTry } from './throttle.repository.ts'
import { findWeakPasswordReasons } from './weak-password.ts'
import { findWeakPinReasons } from './weak-pin.ts'
import type { WeakPinReason } from './weak-pin.ts'
import type { WeakPasswordReason } from './weak-password.ts'

export type PasswordRefusal = WeakPinReason | WeakPasswordReason | 'WRONG_CURRENT' | 'LOCKED' | 'PREVIOUS' | 'BUSY'

export type ChangePasswordOutcome =
  | { outcome: 'CHANGED'; session: NewSession }
  | { outcome: 'REFUSED'; reasons: readonly PasswordRefusal[] }

export interface ChangePasswordInput {
  currentPassword: string | undefined
  newPassword: string
}

const refused = (...reasons: PasswordRefusal[]): ChangePasswordOutcome => ({ outcome: 'REFUSED', reasons })

/** Replaces the password, ends every other session, and gives this one a new token. */
export async function changePassword(
  platform: Platform,
  caller: Caller,
  viewer: Viewer,
  input: ChangePasswordInput,
): Promise<ChangePasswordOutcome> {
  try {
    const account = await getAccount(platform, viewer.accountId)
    if (needsCurrentPassword(viewer)) {
      const problem = await checkCurrent(platform, account, viewer, input.currentPassword ?? '')
      if (problem) return refused(problem)
    }
    const weak = await findWeakness(platform, account, input.newPassword)
    if (weak.length > 0) return refused(...weak)
    if (await wasUsed(account, input.newPassword)) return refused('PREVIOUS')
    const passwordHash = await passwordHashing.hash(input.newPassword)
    return { outcome: 'CHANGED', session: await replace(platform, caller, viewer, account, passwordHash) }
  } catch (error) {
    if (error instanceof Busy) return refused('BUSY')
    throw error
  }
}

/** A stolen session must not become a place to guess the password, so these tries count like those at sign-in. */
async function checkCurrent(
  platform: Platform,
  account: SignInAccount,
  viewer: Viewer,
  currentPassword: string,
): Promise<PasswordRefusal | undefined> {
  const taken = await takeAccountTry(platform, account.id, viewer.kind)
  if (!taken.allowed) return 'LOCKED'
  if (!(await passwordHashing.matches(currentPassword, account.passwordHash))) return 'WRONG_CURRENT'
  await forgiveTries(platform, account.id)
  return undefined
}

async function findWeakness(platform: Platform, account: SignInAccount, password: string): Promise<PasswordRefusal[]> {
  if (!account.individualId) return findWeakPasswordReasons(password, await listOwnIdentifiers(platform, account))
  const { idNumber, mobile, birthDate } = await getPinSources(platform, account.individualId)
  return findWeakPinReasons(password, {
    initialPin: initialPin(idNumber),
    numbers: [idNumber, mobile ?? ''],
    birthDate,
  })
}

async function wasUsed(account: SignInAccount, password: string): Promise<boolean> {
  for (const passwordHash of [account.passwordHash, ...account.previousHashes]) {
    if (await passwordHashing.matches(password, passwordHash)) return true
  }
  return false
}

async function replace(
  platform: Platform,
  caller: Caller,
  viewer: Viewer,
  account: SignInAccount,
  passwordHash: string,
): Promise<NewSession> {
  return platform.database.transaction(async () => {
    const changed = await replacePassword(platform, account, passwordHash)
    await revokeSessions(platform, account.id)
    const session = await createSession(platform, changed, caller.userAgent)
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: account.id,
      origin: caller.origin,
      action: 'PASSWORD_CHANGED',
      recordType: 'Account',
      recordId: account.id,
      change: { first: account.passwordInitial },
    })
    return session
  })
}
