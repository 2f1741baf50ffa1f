import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../../access/uuid.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { authenticatorKinds } from '../session-codes.ts'

export type AuthenticatorKind = (typeof authenticatorKinds)[number]

export interface ListedAuthenticator {
  id: string
  kind: AuthenticatorKind
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

const inUse = (accountId: string) => ({ accountId, removedAt: null, confirmedAt: { not: null } })

export async function hasAuthenticator({ database }: Platform, accountId: string): Promise<boolean> {
  return (await database.prisma.authenticator.count({ where: inUse(accountId) })) > 0
}

/** First enrolled first. Nobody needs more than a few; the use case holds the limit. */
export async function listAuthenticators({ database }: Platform, accountId: string): Promise<ListedAuthenticator[]> {
  const rows = await database.prisma.authenticator.findMany({
    where: inUse(accountId),
    select: { id: true, kind: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: 'asc' },
    take: 50,
  })
  return rows.map((row) => ({ ...row, kind: oneOf(authenticatorKinds, row.kind, 'kind') }))
}

export interface TotpRow {
  id: string
  /** In base 32. */
  secret: string
}

export async function insertTotp(
  { database, clock, vault }: Platform,
  totp: { accountId: string; name: string; secret: string },
): Promise<string> {
  const { id } = await database.prisma.authenticator.create({
    data: { ...totp, kind: 'TOTP', secret: vault.seal(totp.secret), createdAt: clock.now() },
    select: { id: true },
  })
  return id
}

/** One that waits for its first code. */
export async function findUnconfirmedTotp(
  { database, vault }: Platform,
  accountId: string,
  id: string,
): Promise<TotpRow | undefined> {
  if (!isUuid(id)) return undefined
  const row = await database.prisma.authenticator.findFirst({
    where: { id, accountId, kind: 'TOTP', confirmedAt: null, removedAt: null },
    select: { id: true, secret: true },
  })
  return row?.secret ? { id: row.id, secret: vault.open<string>(row.secret) } : undefined
}

export async function listTotps({ database, vault }: Platform, accountId: string): Promise<TotpRow[]> {
  const rows = await database.prisma.authenticator.findMany({
    where: { ...inUse(accountId), kind: 'TOTP' },
    select: { id: true, secret: true },
    take: 50,
  })
  return rows.flatMap(({ id, secret }) => (secret ? [{ id, secret: vault.open<string>(secret) }] : []))
}

/** Takes a half minute's code, and confirms one that waited for it; false when that code, or a later one, was taken before. */
export async function takeTotpStep({ database, clock }: Platform, id: string, step: number): Promise<boolean> {
  const now = clock.now().toISOString().replace('Z', '')
  const taken = await database.query(
    {
      name: 'totp-take-step',
      text: `UPDATE authenticator SET last_step = $2, last_used_at = $3::timestamp, confirmed_at = COALESCE(confirmed_at, $3::timestamp)
        WHERE id = $1::uuid AND removed_at IS NULL AND (last_step IS NULL OR last_step < $2) RETURNING id`,
    },
    [id, step, now],
  )
  return taken.length === 1
}

export interface NewPasskey {
  accountId: string
  name: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

export async function insertPasskey({ database, clock }: Platform, passkey: NewPasskey): Promise<string> {
  const now = clock.now()
  const { id } = await database.prisma.authenticator.create({
    data: { ...passkey, kind: 'PASSKEY', createdAt: now, confirmedAt: now },
    select: { id: true },
  })
  return id
}

export interface PasskeyRow {
  id: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

export async function listPasskeys({ database }: Platform, accountId: string): Promise<PasskeyRow[]> {
  const rows = await database.prisma.authenticator.findMany({
    where: { ...inUse(accountId), kind: 'PASSKEY' },
    select: { id: true, credentialId: true, publicKey: true, counter: true, transports: true },
    take: 50,
  })
  return rows.flatMap(({ credentialId, publicKey, counter, ...row }) =>
    credentialId && publicKey ? [{ ...row, credentialId, publicKey, counter: Number(counter) }] : [],
  )
}

export async function markPasskeyUsed({ database, clock }: Platform, id: string, counter: number): Promise<void> {
  await database.prisma.authenticator.update({ where: { id }, data: { counter, lastUsedAt: clock.now() } })
}

/** False when the account has no such one. */
export async function removeAuthenticator(
  { database, clock }: Platform,
  accountId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { count } = await database.prisma.authenticator.updateMany({
    where: { id, accountId, removedAt: null },
    data: { removedAt: clock.now() },
  })
  return count === 1
}

/** Returns how many counted. */
export async function removeAllAuthenticators({ database, clock }: Platform, accountId: string): Promise<number> {
  const counted = await database.prisma.authenticator.count({ where: inUse(accountId) })
  await database.prisma.authenticator.updateMany({
    where: { accountId, removedAt: null },
    data: { removedAt: clock.now() },
  })
  return counted
}

/** Held until the transaction ends, so that the last one cannot be removed twice at once. */
export async function lockAuthenticators({ database }: Platform, accountId: string): Promise<void> {
  await database.query({ text: 'SELECT id FROM account WHERE id = $1::uuid FOR UPDATE' }, [accountId])
}
