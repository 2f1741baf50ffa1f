import type { Platform } from '../../../platform/platform.ts'
import { drawCode, groupCode, readCode } from './draw-code.ts'
import type { LinkPurpose } from './one-time-code-codes.ts'
import { findLink, insertCode, insertCodes, revokeCodes, revokeLinks } from './one-time-code.repository.ts'
import type { DeadLink, OpenLink } from './one-time-code.repository.ts'

// A link by which somebody sets a password. Nothing stands beside it, so it cannot be guessed: 29^20.

const length = 20
const dayMs = 86_400_000
/** A link is handed over or copied at once; a letter to an employer takes its time [PD]. */
const validDays: Readonly<Record<LinkPurpose, number>> = {
  STAFF_ACTIVATION: 7,
  STAFF_PASSWORD_RESET: 2,
  CLERK_ACTIVATION: 60,
  CLERK_PASSWORD_RESET: 30,
  CLERK_INVITATION: 7,
  OPERATOR_ACTIVATION: 7,
  OPERATOR_PASSWORD_RESET: 2,
}

export interface IssuedLink {
  id: string
  /** In clear, this once. */
  code: string
  /** What a browser opens. The code stands behind the number sign, so that it reaches no server's log. */
  url: string
  expiresAt: Date
}

const hashOf = ({ vault }: Platform, code: string) => vault.lookupHash('one-time-link', code)

/** A new link for the account; what was made for it before opens nothing any more. Belongs inside a transaction. */
export async function issueLink(
  platform: Platform,
  { purpose, accountId, issuedBy }: { purpose: LinkPurpose; accountId: string; issuedBy: string | null },
): Promise<IssuedLink> {
  const subject = { accountId }
  await revokeCodes(platform, subject)
  const code = drawCode(length)
  const expiresAt = new Date(platform.clock.now().getTime() + validDays[purpose] * dayMs)
  const { id } = await insertCode(platform, { purpose, subject, codeHash: hashOf(platform, code), issuedBy, expiresAt })
  return { id, code: groupCode(code), url: linkOf(platform, code), expiresAt }
}

/** The same for many at once. */
export async function issueLinks(
  platform: Platform,
  wanted: readonly { accountId: string; purpose: LinkPurpose }[],
  issuedBy: string,
): Promise<Map<string, IssuedLink>> {
  await revokeLinks(
    platform,
    wanted.map(({ accountId }) => accountId),
  )
  const drawn = wanted.map(({ accountId, purpose }) => ({
    accountId,
    purpose,
    id: crypto.randomUUID(),
    code: drawCode(length),
    expiresAt: new Date(platform.clock.now().getTime() + validDays[purpose] * dayMs),
  }))
  await insertCodes(
    platform,
    drawn.map(({ code, ...row }) => ({ ...row, issuedBy, codeHash: hashOf(platform, code) })),
  )
  return new Map(
    drawn.map(({ accountId, id, code, expiresAt }) => [
      accountId,
      { id, code: groupCode(code), url: linkOf(platform, code), expiresAt },
    ]),
  )
}

const linkOf = ({ environment }: Platform, code: string): string => `${environment.publicUrl}/activate#${code}`
/** Where a code is typed by hand. */
export const linkAddress = ({ environment }: Platform): string => `${environment.publicUrl}/activate`

/**
 * What became of a link is told to whoever shows the whole of it: there are too many codes for somebody who guesses to meet one,
 * dead or not.
 */
export async function readLink(platform: Platform, typed: string): Promise<OpenLink | DeadLink | undefined> {
  const code = readCode(typed)
  return code.length === length ? findLink(platform, hashOf(platform, code)) : undefined
}
