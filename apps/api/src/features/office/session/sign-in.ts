import { timingSafeEqual } from 'node:crypto'
import { normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import { cardPasswordWatch } from '../../../access/card-password-watch.ts'
import type { Guess } from '../../../access/guess-watch.ts'
import type { AccountKind } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { takeOverNotifications } from '../../../telling/notification-state.repository.ts'
import { findIndividualWithoutAccount, findSigner, openInsuredAccount } from './account.repository.ts'
import type { Signer } from './account.repository.ts'
import { initialPin, typedPin } from './initial-pin.ts'
import { lockEnds, lockPolicy, tellableEnd } from './lock-policy.ts'
import { Busy, passwordHashing } from './password-hashing.ts'
import { forgiveGuess, takeGuess } from './guess-count.repository.ts'
import { prepareSignIn } from './session.repository.ts'
import { stageAfterPassword } from './session-stage.ts'
import type { NewSession } from './session.repository.ts'
import { takeAccountTry, takeUnknownTry } from './throttle.repository.ts'
import { consumeChallenge } from './verification/verification.repository.ts'

export interface SignInInput {
  kind: AccountKind
  identifier: string
  password: string
  challengeId: string
  answer: string
}

/** Where the request comes from: the keyed hash of its address, and the browser's name for the list of sessions. */
export interface Caller {
  origin: string
  userAgent: string
}

export type SignInRefusal = 'WRONG' | 'THROTTLED' | 'LOCKED' | 'BUSY'
export type SignInOutcome =
  | { outcome: 'SIGNED_IN'; session: NewSession }
  | { outcome: 'REFUSED'; reason: SignInRefusal; retryAt: Date | undefined }

const refused = (reason: SignInRefusal, retryAt?: Date): SignInOutcome => ({ outcome: 'REFUSED', reason, retryAt })

/** Counted against the address before anything is looked at, and taken back when it was no wrong try. */
export async function signIn(platform: Platform, caller: Caller, input: SignInInput): Promise<SignInOutcome> {
  const blockedUntil = await takeGuess(platform, guessOf(caller))
  if (blockedUntil) return refused('THROTTLED', blockedUntil)
  const outcome = await trySignIn(platform, caller, input)
  if (outcome.outcome === 'REFUSED' && outcome.reason === 'BUSY') await forgiveGuess(platform, guessOf(caller))
  return outcome
}

const guessOf = ({ origin }: Caller): Guess => ({ door: 'VISITOR', by: origin })

/**
 * Cheap checks first, the password last. Whether the account, the password or the code was wrong is the same answer, after the
 * same work: an account that does not exist is counted, locked and hashed for like one that does.
 */
async function trySignIn(platform: Platform, caller: Caller, input: SignInInput): Promise<SignInOutcome> {
  if (!passwordHashing.hasRoom()) return refused('BUSY')
  if (!(await consumeChallenge(platform, input.challengeId, input.answer))) {
    await recordFailure(platform, caller, input.kind, undefined, 'CODE')
    return refused('WRONG')
  }

  const read = input.kind === 'INSURED' ? personNumberOnRecord : normaliseIdentifier
  const identifier = read(input.identifier)
  try {
    const candidate = await findCandidate(platform, input.kind, identifier)
    const taken = candidate
      ? await takeAccountTry(platform, candidate.account.id, input.kind)
      : await takeUnknownTry(platform, input.kind, identifier)
    if (!taken.allowed) {
      await recordFailure(platform, caller, input.kind, candidate, 'LOCKED')
      return refused('LOCKED', tellableEnd(taken.lockedUntil))
    }
    const password = input.kind === 'INSURED' ? typedPin(input.password) : input.password
    if (candidate && (await isRight(candidate, password))) return await open(platform, caller, candidate)
    if (!candidate) await passwordHashing.pretend(password)
    await recordFailure(platform, caller, input.kind, candidate, 'PASSWORD')
    if (taken.last && candidate?.account.individualId)
      await cardPasswordWatch().locked(platform, candidate.account.individualId)
    return taken.last
      ? refused('LOCKED', tellableEnd(lockEnds(lockPolicy(input.kind), platform.clock.now())))
      : refused('WRONG')
  } catch (error) {
    if (error instanceof Busy) return refused('BUSY')
    throw error
  }
}

export interface Candidate extends Signer {
  /** Set at the very first try: the account was just opened, and its hash, just computed, was this sign-in's share of work. */
  firstPin: string | undefined
}

/**
 * An insured person has an account from the first try on: the number's last six digits are its password until it is changed.
 * Only a number of the register opens one, so made-up numbers cannot fill the table.
 */
async function findCandidate(
  platform: Platform,
  kind: AccountKind,
  identifier: string,
): Promise<Candidate | undefined> {
  const signer = await findSigner(platform, kind, identifier)
  if (signer) return { ...signer, firstPin: undefined }
  const individual = kind === 'INSURED' ? await findIndividualWithoutAccount(platform, identifier) : null
  if (!individual) return undefined
  const firstPin = initialPin(identifier)
  const account = await openInsuredAccount(platform, individual, await passwordHashing.hash(firstPin))
  return { account, acting: undefined, firstPin }
}

async function isRight({ account, firstPin }: Candidate, password: string): Promise<boolean> {
  // An account that waits for its first link, or was ended, has none.
  if (account.passwordHash === '') return passwordHashing.pretend(password)
  if (firstPin === undefined) return passwordHashing.matches(password, account.passwordHash)
  return /^\d{6}$/.test(password) && timingSafeEqual(Buffer.from(password), Buffer.from(firstPin))
}

async function open(platform: Platform, caller: Caller, { account, acting }: Signer): Promise<SignInOutcome> {
  return platform.database.transaction(async () => {
    const { id: accountId, individualId } = account
    if (individualId) await takeOverNotifications(platform, { accountId, individualId })
    const stage = await stageAfterPassword(platform, account)
    const opening = { acting, userAgent: caller.userAgent, stage, guess: guessOf(caller) }
    const { session, keep } = prepareSignIn(platform, account, opening)
    await platform.audit.record({
      actorKind: session.viewer.kind,
      actorId: account.id,
      origin: caller.origin,
      action: 'SIGN_IN',
      recordType: 'Session',
      recordId: session.viewer.sessionId,
      change: { stage: session.viewer.stage },
    })
    await keep()
    return { outcome: 'SIGNED_IN', session }
  })
}

type FailureCause = 'CODE' | 'PASSWORD' | 'LOCKED'

/** The trail names the account, when there is one, but never what was typed. */
export async function recordFailure(
  platform: Platform,
  caller: Caller,
  kind: AccountKind,
  candidate: Candidate | undefined,
  cause: FailureCause,
): Promise<void> {
  await platform.audit.record({
    actorKind: 'ANONYMOUS',
    origin: caller.origin,
    action: 'SIGN_IN_REFUSED',
    recordType: 'Account',
    recordId: candidate?.account.id ?? 'none',
    change: { kind, cause },
  })
}
