import { guarded } from '../../../access/guess-watch.ts'
import type { AccountKind } from '../../../access/viewer.ts'
import { accountKinds } from '../../../access/viewer.ts'
import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { readLink, useCode } from '../one-time-code/index.ts'
import type { LinkDeath, LinkPurpose } from '../one-time-code/index.ts'
import { getAccount, replacePassword } from './account.repository.ts'
import type { SignInAccount } from './account.repository.ts'
import { findWeakness, wasUsed } from './change-password.ts'
import type { PasswordRefusal } from './change-password.ts'
import { findSignInNumber } from './membership.repository.ts'
import { Busy, passwordHashing } from './password-hashing.ts'
import { revokeSessions } from './session.repository.ts'
import type { Caller } from './sign-in.ts'

export interface LinkHolder {
  purpose: LinkPurpose
  kind: AccountKind
  displayName: string
  /** What is typed at sign-in. */
  identifier: string
  expiresAt: Date
}

const findByCode = (platform: Platform, { origin }: Caller, code: string) =>
  guarded(platform, { door: 'VISITOR', by: origin }, () => readLink(platform, code))

/** Whose link this is, for whoever holds it, or why it opens nothing any more; nothing for a code that is nobody's. */
export async function findLinkHolder(
  platform: Platform,
  caller: Caller,
  code: string,
): Promise<LinkHolder | { dead: LinkDeath } | undefined> {
  const link = await findByCode(platform, caller, code)
  if (!link) return undefined
  if ('dead' in link) return link
  const account = await getAccount(platform, link.accountId)
  const { purpose, expiresAt } = link
  return {
    purpose,
    expiresAt,
    kind: oneOf(accountKinds, account.kind, 'kind'),
    displayName: account.displayName,
    identifier: await findSignInNumber(platform, account),
  }
}

export type LinkPasswordOutcome =
  | { outcome: 'SET'; kind: AccountKind }
  | { outcome: 'REFUSED'; reasons: readonly PasswordRefusal[] }

const refused = (...reasons: PasswordRefusal[]): LinkPasswordOutcome => ({ outcome: 'REFUSED', reasons })

/** Sets the password, once. It opens no session: whoever holds the link signs in next, with a second factor where there is one. */
export async function setPasswordByLink(
  platform: Platform,
  caller: Caller,
  input: { code: string; newPassword: string },
): Promise<LinkPasswordOutcome> {
  const link = await findByCode(platform, caller, input.code)
  if (!link) return refused('WRONG_CODE')
  if ('dead' in link) return refused(`LINK_${link.dead}`)
  try {
    const account = await getAccount(platform, link.accountId)
    const weak = await findWeakness(platform, account, input.newPassword)
    if (weak.length > 0) return refused(...weak)
    if (await wasUsed(account, input.newPassword)) return refused('PREVIOUS')
    const passwordHash = await passwordHashing.hash(input.newPassword)
    return await replace(platform, caller, account, { passwordHash, linkId: link.id, purpose: link.purpose })
  } catch (error) {
    if (error instanceof Busy) return refused('BUSY')
    throw error
  }
}

function replace(
  platform: Platform,
  caller: Caller,
  account: SignInAccount,
  { passwordHash, linkId, purpose }: { passwordHash: string; linkId: string; purpose: LinkPurpose },
): Promise<LinkPasswordOutcome> {
  return platform.database.transaction(async () => {
    if (!(await useCode(platform, linkId))) return refused('LINK_USED')
    await replacePassword(platform, account, passwordHash)
    await revokeSessions(platform, account.id)
    const kind = oneOf(accountKinds, account.kind, 'kind')
    await platform.audit.record({
      actorKind: kind,
      actorId: account.id,
      origin: caller.origin,
      action: 'PASSWORD_SET_BY_LINK',
      recordType: 'Account',
      recordId: account.id,
      change: { codeId: linkId, purpose },
    })
    return { outcome: 'SET', kind }
  })
}
