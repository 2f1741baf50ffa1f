import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { linkPurposes } from './one-time-code-codes.ts'
import type { LinkPurpose, OneTimePurpose } from './one-time-code-codes.ts'

/** Columns are timestamps without zone that hold UTC; text keeps the driver's zone out of it. */
const utc = (instant: Date) => instant.toISOString().replace('Z', '')

export type CodeSubject = { individualId: string; accountId?: never } | { accountId: string; individualId?: never }

export interface NewCode {
  purpose: OneTimePurpose
  subject: CodeSubject
  codeHash: Uint8Array<ArrayBuffer>
  issuedBy: string | null
  expiresAt: Date
}

export async function insertCode(
  { database, clock }: Platform,
  { subject, ...code }: NewCode,
): Promise<{ id: string; expiresAt: Date }> {
  return database.prisma.oneTimeCode.create({
    data: { ...code, ...subject, issuedAt: clock.now() },
    select: { id: true, expiresAt: true },
  })
}

export async function insertCodes(
  { database, clock }: Platform,
  codes: readonly (Omit<NewCode, 'subject'> & { id: string; accountId: string })[],
): Promise<void> {
  const issuedAt = clock.now()
  await database.prisma.oneTimeCode.createMany({ data: codes.map((code) => ({ ...code, issuedAt })) })
}

export async function revokeLinks({ database, clock }: Platform, accountIds: readonly string[]): Promise<void> {
  await database.prisma.oneTimeCode.updateMany({
    where: { accountId: { in: [...accountIds] }, usedAt: null, revokedAt: null },
    data: { revokedAt: clock.now() },
  })
}

/** Returns how many were still open. */
export async function revokeCodes(
  { database, clock }: Platform,
  subject: CodeSubject,
  purposes?: readonly OneTimePurpose[],
): Promise<number> {
  const { count } = await database.prisma.oneTimeCode.updateMany({
    where: { ...subject, usedAt: null, revokedAt: null, ...(purposes ? { purpose: { in: [...purposes] } } : {}) },
    data: { revokedAt: clock.now() },
  })
  return count
}

/** Counts a try on the person's open code before it is compared, in one statement, so that parallel guesses cannot pass the limit. */
export async function takeCodeTry(
  { database, clock }: Platform,
  { purpose, individualId, tries }: { purpose: OneTimePurpose; individualId: string; tries: number },
): Promise<{ id: string; codeHash: Uint8Array } | undefined> {
  const [row] = await database.query<{ id: string; codeHash: Uint8Array }>(
    {
      name: 'one-time-code-take-try',
      text: `UPDATE one_time_code SET failures = failures + 1
      WHERE purpose = $1 AND individual_id = $2::uuid AND used_at IS NULL AND revoked_at IS NULL
        AND expires_at > $3::timestamp AND failures < $4
      RETURNING id, code_hash AS "codeHash"`,
    },
    [purpose, individualId, utc(clock.now()), tries],
  )
  return row
}

/** The right code was typed: its tries begin anew. */
export async function forgiveCodeTries({ database }: Platform, id: string): Promise<void> {
  await database.prisma.oneTimeCode.update({ where: { id }, data: { failures: 0 } })
}

export interface OpenLink {
  id: string
  purpose: LinkPurpose
  accountId: string
  expiresAt: Date
}

/** USED: a password was set by it. WITHDRAWN: another link was made since, or the account was closed. */
export const linkDeaths = ['USED', 'WITHDRAWN', 'EXPIRED'] as const
export type LinkDeath = (typeof linkDeaths)[number]
export interface DeadLink {
  dead: LinkDeath
}

/** What it came to first, where more than one holds. */
export function deathOf(
  { usedAt, revokedAt, expiresAt }: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkDeath | undefined {
  if (usedAt) return 'USED'
  if (revokedAt) return revokedAt < expiresAt ? 'WITHDRAWN' : 'EXPIRED'
  return expiresAt <= now ? 'EXPIRED' : undefined
}

const open = ({ clock }: Platform) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: clock.now() } })

/** A link that opens something, or why it no longer does; nothing for a code that is nobody's. */
export async function findLink(
  { database, clock }: Platform,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<OpenLink | DeadLink | undefined> {
  const row = await database.prisma.oneTimeCode.findFirst({
    where: { codeHash, accountId: { not: null } },
    select: { id: true, purpose: true, accountId: true, expiresAt: true, usedAt: true, revokedAt: true },
  })
  if (!row?.accountId) return undefined
  const { id, purpose, accountId, expiresAt } = row
  const dead = deathOf(row, clock.now())
  if (dead) return { dead }
  return { id, accountId, expiresAt, purpose: oneOf(linkPurposes, purpose, 'purpose') }
}

/** Until when each of these accounts has a link that was not used. */
export async function listOpenLinks(platform: Platform, accountIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await platform.database.prisma.oneTimeCode.findMany({
    where: { accountId: { in: [...accountIds] }, ...open(platform) },
    select: { accountId: true, expiresAt: true },
  })
  return new Map(rows.flatMap(({ accountId, expiresAt }) => (accountId ? [[accountId, expiresAt] as const] : [])))
}

/** Ends the code; false when it was used, taken back or ran out meanwhile. */
export async function useCode({ database, clock }: Platform, id: string): Promise<boolean> {
  const now = clock.now()
  const { count } = await database.prisma.oneTimeCode.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

/** Deletes by age alone; the trail says what became of each. */
export async function purgeCodes({ database }: Platform, before: Date): Promise<number> {
  const { count } = await database.prisma.oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } })
  return count
}
