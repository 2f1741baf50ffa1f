import { guarded } from '../../../access/guess-watch.ts'
import { cardPasswordWatch } from '../../../access/card-password-watch.ts'
import type { Clerk, PartnerOperator, StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { checkFirstPasswordCode, useCode } from '../one-time-code/index.ts'
import type { LinkDeath } from '../one-time-code/index.ts'
import { getAccount, getPinSources, listOwnIdentifiers, replacePassword } from './account.repository.ts'
import type { SignInAccount } from './account.repository.ts'
import { initialPin, typedPin } from './initial-pin.ts'
import { findActing } from './membership.repository.ts'
import { Busy, passwordHashing } from './password-hashing.ts'
import { createSession, revokeSessions } from './session.repository.ts'
import type { NewSession } from './session.repository.ts'
import { stageAfterPassword } from './session-stage.ts'
import type { Caller } from './sign-in.ts'
import { forgiveTries, takeAccountTry } from './throttle.repository.ts'
import { findWeakPasswordReasons } from './weak-password.ts'
import { findWeakPinReasons } from './weak-pin.ts'
import type { WeakPinReason } from './weak-pin.ts'
import type { WeakPasswordReason } from './weak-password.ts'

export type PasswordRefusal =
  | WeakPinReason
  | WeakPasswordReason
  | 'WRONG_CURRENT'
  | 'WRONG_CODE'
  | `LINK_${LinkDeath}`
  | 'LOCKED'
  | 'PREVIOUS'
  | 'BUSY'

export type ChangePasswordOutcome =
  | { outcome: 'CHANGED'; session: NewSession }
  | { outcome: 'REFUSED'; reasons: readonly PasswordRefusal[] }

export interface ChangePasswordInput {
  currentPassword: string | undefined
  /** What the office handed to an insured person: the initial card password opens nothing without it. */
  oneTimeCode: string | undefined
  newPassword: string
}

const refused = (...reasons: PasswordRefusal[]): ChangePasswordOutcome => ({ outcome: 'REFUSED', reasons })

/** Replaces the password, ends every other session, and gives this one a new token. */
export async function changePassword(
  platform: Platform,
  caller: Caller,
  viewer: Viewer,
  typed: ChangePasswordInput,
): Promise<ChangePasswordOutcome> {
  const input = viewer.kind === 'INSURED' ? withTypedPins(typed) : typed
  try {
    const account = await getAccount(platform, viewer.accountId)
    const proven = await prove(platform, caller, viewer, account, input)
    if ('problem' in proven) return refused(proven.problem)
    const weak = await findWeakness(platform, account, input.newPassword)
    if (weak.length > 0) return refused(...weak)
    if (await wasUsed(account, input.newPassword)) return refused('PREVIOUS')
    const passwordHash = await passwordHashing.hash(input.newPassword)
    const session = await replace(platform, caller, viewer, { account, passwordHash, codeId: proven.codeId })
    return session ? { outcome: 'CHANGED', session } : refused('WRONG_CODE')
  } catch (error) {
    if (error instanceof Busy) return refused('BUSY')
    throw error
  }
}

const withTypedPins = ({ currentPassword, oneTimeCode, newPassword }: ChangePasswordInput): ChangePasswordInput => ({
  oneTimeCode,
  currentPassword: currentPassword === undefined ? undefined : typedPin(currentPassword),
  newPassword: typedPin(newPassword),
})

type Proof = { codeId: string | undefined } | { problem: PasswordRefusal }

/** That it is the person who sets the password, and not somebody who found the browser open or knows the identity number. */
async function prove(
  platform: Platform,
  caller: Caller,
  viewer: Viewer,
  account: SignInAccount,
  { currentPassword, oneTimeCode }: ChangePasswordInput,
): Promise<Proof> {
  if (viewer.stage === 'FULL') {
    const problem = await checkCurrent(platform, account, viewer, currentPassword ?? '')
    return problem ? { problem } : { codeId: undefined }
  }
  if (viewer.kind !== 'INSURED') return { codeId: undefined }
  const { individualId } = viewer
  const codeId = await guarded(platform, { door: 'VISITOR', by: caller.origin }, () =>
    checkFirstPasswordCode(platform, individualId, oneTimeCode ?? ''),
  )
  if (codeId) return { codeId }
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: account.id,
    origin: caller.origin,
    action: 'ONE_TIME_CODE_REFUSED',
    recordType: 'Account',
    recordId: account.id,
  })
  return { problem: 'WRONG_CODE' }
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

export async function findWeakness(
  platform: Platform,
  account: SignInAccount,
  password: string,
): Promise<PasswordRefusal[]> {
  if (!account.individualId) return findWeakPasswordReasons(password, await listOwnIdentifiers(platform, account))
  const { idNumber, mobile, birthDate } = await getPinSources(platform, account.individualId)
  return findWeakPinReasons(password, {
    initialPin: initialPin(idNumber),
    numbers: [idNumber, mobile ?? ''],
    birthDate,
  })
}

export async function wasUsed(account: SignInAccount, password: string): Promise<boolean> {
  const hashes = [account.passwordHash, ...account.previousHashes].filter((hash) => hash !== '')
  for (const passwordHash of hashes) {
    if (await passwordHashing.matches(password, passwordHash)) return true
  }
  return false
}

async function replace(
  platform: Platform,
  caller: Caller,
  viewer: Viewer,
  { account, passwordHash, codeId }: { account: SignInAccount; passwordHash: string; codeId: string | undefined },
): Promise<NewSession | undefined> {
  return platform.database.transaction(async () => {
    // Two at once with one code: the second finds it used.
    if (codeId && !(await useCode(platform, codeId))) return undefined
    const changed = await replacePassword(platform, account, passwordHash)
    await revokeSessions(platform, account.id)
    if (account.individualId) await cardPasswordWatch().changed(platform, account.individualId)
    const acting = viewer.kind === 'INSURED' ? undefined : await findActing(platform, account.id, scopeOf(viewer))
    const stage = viewer.stage === 'FULL' ? 'FULL' : await stageAfterPassword(platform, changed)
    const session = await createSession(platform, changed, { acting, userAgent: caller.userAgent, stage })
    if (codeId)
      await tell(platform, [
        {
          kind: 'SIGNED_IN_AFTER_RESET',
          to: { accountId: account.id },
          key: codeId,
          params: { at: platform.clock.now().toISOString() },
        },
      ])
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: account.id,
      origin: caller.origin,
      action: 'PASSWORD_CHANGED',
      recordType: 'Account',
      recordId: account.id,
      change: { first: account.passwordInitial, ...(codeId ? { codeId } : {}) },
    })
    return session
  })
}

/** The new session acts for whom the old one did. */
function scopeOf(viewer: Clerk | StaffMember | PartnerOperator): string {
  if (viewer.kind === 'PARTNER') return viewer.partnerId
  return viewer.kind === 'EMPLOYER' ? viewer.employerId : viewer.officeId
}
