import { normaliseIdentifier } from '@shebao/identifiers'
import type { StaffMember } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findSigner, markSignedIn } from './account.repository.ts'
import type { Signer } from './account.repository.ts'
import { passwordHashing } from './password-hashing.ts'
import { recordFailure } from './sign-in.ts'
import { proveAtTerminal } from './second-factor/prove-second-factor.ts'
import { takeAccountTry } from './throttle.repository.ts'

/**
 * Who of the staff somebody at the server's terminal is, by staff number, password and, of who has one, the second factor;
 * counted, locked and written down like a sign-in. An initial password proves nobody: whoever set the server up knows it.
 */
export async function proveStaff(
  platform: Platform,
  origin: string,
  typed: string,
  password: string,
  askCode: () => Promise<string>,
): Promise<StaffMember | undefined> {
  const signer = await findSigner(platform, 'STAFF', normaliseIdentifier(typed))
  const proven = signer && (await passwordOf(platform, signer, password))
  if (!signer) await passwordHashing.pretend(password)
  if (!proven || signer.acting?.scope !== 'OFFICE') {
    const candidate = signer && { ...signer, firstPin: undefined }
    await recordFailure(platform, { origin, userAgent: '' }, 'STAFF', candidate, 'PASSWORD')
    return undefined
  }
  const { id: accountId, displayName, language } = signer.account
  await markSignedIn(platform, accountId)
  const { officeId, roles, districts } = signer.acting
  // There is no session: what is done with it is this one command.
  const here = { sessionId: origin, stage: 'FULL', expiresAt: platform.clock.now() } as const
  const fullyProvedAt = here.expiresAt
  const viewer: StaffMember = {
    kind: 'STAFF',
    accountId,
    displayName,
    language,
    officeId,
    roles,
    districts,
    fullyProvedAt,
    ...here,
  }
  return (await proveAtTerminal(platform, viewer, origin, askCode)) ? viewer : undefined
}

async function passwordOf(platform: Platform, { account }: Signer, password: string): Promise<boolean> {
  const taken = await takeAccountTry(platform, account.id, 'STAFF')
  if (account.passwordHash === '' || !taken.allowed) return passwordHashing.pretend(password)
  const matches = await passwordHashing.matches(password, account.passwordHash)
  return matches && !account.passwordInitial
}
