import { requireMay } from '../../../../access/permissions.ts'
import { freshForMs } from '../../../../access/fresh-proof.ts'
import { requireText } from '../../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { getAccount } from '../account.repository.ts'
import { complete } from '../complete-sign-in.ts'
import { findProvedAt, keepPasskeyChallenge, takePasskeyChallenge } from '../session.repository.ts'
import type { Caller } from '../sign-in.ts'
import {
  findUnconfirmedTotp,
  insertPasskey,
  insertTotp,
  listAuthenticators,
  listPasskeys,
  takeTotpStep,
} from './authenticator.repository.ts'
import type { AuthenticatorKind } from './authenticator.repository.ts'
import { passkeyToEnrol, readEnrolledPasskey } from './passkey.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { findOfficeName } from './second-factor-office.repository.ts'
import { refused } from './second-factor-outcome.ts'
import type { Enrolled, Refused } from './second-factor-outcome.ts'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'
import { traceSecondFactor } from './trace-second-factor.ts'

/** A telephone, its successor, a key at the belt and one in the safe [PD]. */
const mostAuthenticators = 8
const nameLength = [1, 40] as const

/** A session left open must not become a way to change what the account signs in with. */
export async function isFresh(platform: Platform, { sessionId, stage }: StaffMember): Promise<boolean> {
  if (stage !== 'FULL') return true
  const provedAt = await findProvedAt(platform, sessionId)
  return provedAt !== null && platform.clock.now().getTime() - provedAt.getTime() < freshForMs
}

async function findHindrance(platform: Platform, viewer: StaffMember): Promise<Refused | undefined> {
  if (!(await isFresh(platform, viewer))) return refused('NOT_FRESH')
  const known = await listAuthenticators(platform, viewer.accountId)
  return known.length >= mostAuthenticators ? refused('TOO_MANY') : undefined
}

export interface BegunTotp {
  outcome: 'TOTP'
  id: string
  secret: string
  uri: string
}

/** A secret for an authenticator app. It counts from its first right code on. */
export async function beginTotp(platform: Platform, asker: Viewer, name: string): Promise<BegunTotp | Refused> {
  const viewer = requireMay(asker, 'second-factor:enrol')
  const named = requireText('name', name, nameLength)
  const hindrance = await findHindrance(platform, viewer)
  if (hindrance) return hindrance
  const { accountId, officeId } = viewer
  const [account, office] = [await getAccount(platform, accountId), await findOfficeName(platform, officeId)]
  const secret = newTotpSecret()
  const id = await insertTotp(platform, { accountId, name: named, secret })
  return { outcome: 'TOTP', id, secret, uri: totpUri(secret, office, account.staffNo ?? account.displayName) }
}

export async function confirmTotp(
  platform: Platform,
  caller: Caller,
  asker: Viewer,
  { id, code }: { id: string; code: string },
): Promise<Enrolled | Refused> {
  const viewer = requireMay(asker, 'second-factor:enrol')
  const hindrance = await findHindrance(platform, viewer)
  if (hindrance) return hindrance
  const begun = await findUnconfirmedTotp(platform, viewer.accountId, id)
  if (!begun) return refused('NO_LONGER_OPEN')
  const step = totpStep(begun.secret, code, platform.clock.now())
  if (step === undefined) return refused('WRONG')
  return finish(platform, caller, viewer, 'TOTP', async () => {
    await takeTotpStep(platform, begun.id, step)
    return begun.id
  })
}

export async function beginPasskey(
  platform: Platform,
  asker: Viewer,
): Promise<{ outcome: 'PASSKEY'; options: object } | Refused> {
  const viewer = requireMay(asker, 'second-factor:enrol')
  const hindrance = await findHindrance(platform, viewer)
  if (hindrance) return hindrance
  const account = await getAccount(platform, viewer.accountId)
  const { challenge, options } = await passkeyToEnrol(platform, {
    officeName: await findOfficeName(platform, viewer.officeId),
    staffNo: account.staffNo ?? account.displayName,
    displayName: account.displayName,
    known: await listPasskeys(platform, viewer.accountId),
  })
  await keepPasskeyChallenge(platform, viewer.sessionId, challenge)
  return { outcome: 'PASSKEY', options }
}

export async function confirmPasskey(
  platform: Platform,
  caller: Caller,
  asker: Viewer,
  { name, answer }: { name: string; answer: unknown },
): Promise<Enrolled | Refused> {
  const viewer = requireMay(asker, 'second-factor:enrol')
  const named = requireText('name', name, nameLength)
  const hindrance = await findHindrance(platform, viewer)
  if (hindrance) return hindrance
  const challenge = await takePasskeyChallenge(platform, viewer.sessionId)
  if (challenge === undefined) return refused('NO_LONGER_OPEN')
  const passkey = await readEnrolledPasskey(platform, challenge, answer)
  if (!passkey) return refused('WRONG')
  return finish(platform, caller, viewer, 'PASSKEY', () =>
    insertPasskey(platform, { accountId: viewer.accountId, name: named, ...passkey }),
  )
}

/** With the first one come the recovery codes; a sign-in that waited for it is complete. */
function finish(
  platform: Platform,
  caller: Caller,
  viewer: StaffMember,
  kind: AuthenticatorKind,
  write: () => Promise<string>,
): Promise<Enrolled> {
  return platform.database.transaction(async () => {
    const first = (await listAuthenticators(platform, viewer.accountId)).length === 0
    const authenticatorId = await write()
    const recoveryCodes = first ? await renewRecoveryCodes(platform, viewer.accountId) : []
    await traceSecondFactor(platform, { viewer, origin: caller.origin }, 'SECOND_FACTOR_ENROLLED', {
      kind,
      authenticatorId,
    })
    const session = viewer.stage === 'FULL' ? undefined : await complete(platform, caller, viewer)
    return { outcome: 'ENROLLED', recoveryCodes, session }
  })
}
