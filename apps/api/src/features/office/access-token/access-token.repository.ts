import type { AccessToken } from '@shebao/prisma/client'
import { oneOf } from '@shebao/kernel'
import { tokenScopes } from '../../../access/viewer.ts'
import type { TokenScope } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { windowAround } from '../../../platform/window-around.ts'

export interface TokenRow {
  id: string
  name: string
  hint: string
  scopes: readonly TokenScope[]
  test: boolean
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
  /** Who made it, as the account is named. */
  maker: string
}

export interface NewToken {
  employerId: string
  accountId: string
  name: string
  secretHash: Uint8Array<ArrayBuffer>
  hint: string
  scopes: readonly TokenScope[]
  test: boolean
  expiresAt: Date
}

const withMaker = { account: { select: { displayName: true } } } as const

function rowOf({ scopes, account, ...row }: AccessToken & { account: { displayName: string } }): TokenRow {
  return { ...row, maker: account.displayName, scopes: scopes.map((scope) => oneOf(tokenScopes, scope, 'scope')) }
}

export async function insertToken({ database, clock }: Platform, token: NewToken): Promise<TokenRow> {
  const now = clock.now()
  const row = await database.prisma.accessToken.create({
    data: { ...token, scopes: [...token.scopes], createdAt: now, windowStart: now },
    include: withMaker,
  })
  return rowOf(row)
}

/** Those of an employer, in force first, then the latest first. */
export async function listTokens({ database }: Platform, employerId: string, limit: number): Promise<TokenRow[]> {
  const rows = await database.prisma.accessToken.findMany({
    where: { employerId },
    include: withMaker,
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: limit,
  })
  return rows.map(rowOf)
}

/** How many could still be shown, for the employer's limit. Held until the transaction ends, so that two at once count each other. */
export async function countLiving({ database, clock }: Platform, employerId: string): Promise<number> {
  await database.query({ text: 'SELECT id FROM access_token WHERE employer_id = $1 FOR UPDATE' }, [employerId])
  return database.prisma.accessToken.count({
    where: { employerId, revokedAt: null, expiresAt: { gt: clock.now() } },
  })
}

export async function findToken({ database }: Platform, employerId: string, id: string): Promise<TokenRow | undefined> {
  const row = await database.prisma.accessToken.findFirst({ where: { id, employerId }, include: withMaker })
  return row ? rowOf(row) : undefined
}

/** Says whether it was this call that ended it. */
export async function markRevoked({ database, clock }: Platform, id: string): Promise<boolean> {
  const { count } = await database.prisma.accessToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: clock.now() },
  })
  return count === 1
}

export interface TokenHolder {
  id: string
  name: string
  scopes: readonly TokenScope[]
  test: boolean
  employerId: string
  expiresAt: Date
  account: { id: string; kind: string; individualId: string | null; displayName: string; language: string }
}

/** Asked with every request that shows a token: whose it is, while it is neither revoked nor run out. */
export async function findHolder(
  { database, clock }: Platform,
  secretHash: Uint8Array<ArrayBuffer>,
): Promise<TokenHolder | undefined> {
  const row = await database.prisma.accessToken.findFirst({
    where: { secretHash, revokedAt: null, expiresAt: { gt: clock.now() } },
    include: {
      account: { select: { id: true, kind: true, individualId: true, displayName: true, language: true } },
    },
  })
  return row ? { ...row, scopes: row.scopes.map((scope) => oneOf(tokenScopes, scope, 'scope')) } : undefined
}

export interface Window {
  requests: number
  cost: number
  startsAt: Date
}

/** Counts a request in the minute that runs, or begins another: one statement, so that requests at once count each other. */
export async function countRequest(
  { database, clock }: Platform,
  { id, cost, windowMs }: { id: string; cost: number; windowMs: number },
): Promise<Window | undefined> {
  const now = clock.now()
  const [from, to] = windowAround(now, windowMs)
  const [row] = await database.query<Window>(
    {
      name: 'access-token-count',
      text: `UPDATE access_token SET last_used_at = $2,
        window_requests = CASE WHEN window_start > $3 AND window_start <= $5 THEN window_requests + 1 ELSE 1 END,
        window_cost = CASE WHEN window_start > $3 AND window_start <= $5 THEN LEAST(window_cost::bigint + $4, 2000000000) ELSE $4 END,
        window_start = CASE WHEN window_start > $3 AND window_start <= $5 THEN window_start ELSE $2 END
      WHERE id = $1 RETURNING window_requests AS requests, window_cost AS cost, window_start AS "startsAt"`,
    },
    [id, now, from, cost, to],
  )
  return row
}

export interface UseRow {
  field: string
  calls: number
  refused: number
  lastAt: Date
}

export async function countUse(
  { database, clock }: Platform,
  tokenId: string,
  fields: readonly string[],
  refused: boolean,
): Promise<void> {
  await database.query(
    {
      name: 'access-token-use',
      text: `INSERT INTO access_token_use AS used (token_id, day, field, calls, refused, last_at)
        SELECT $1, $2, field, 1, $3, $4 FROM unnest($5::text[]) AS field ORDER BY field
        ON CONFLICT (token_id, day, field) DO UPDATE
          SET calls = used.calls + 1, refused = used.refused + excluded.refused, last_at = excluded.last_at`,
    },
    [tokenId, clock.today(), refused ? 1 : 0, clock.now(), fields],
  )
}

/** Since a day, of many tokens at once, by token: the latest first. */
export async function listUses(
  { database }: Platform,
  tokenIds: readonly string[],
  since: string,
): Promise<Map<string, UseRow[]>> {
  const rows = await database.query<UseRow & { tokenId: string }>(
    {
      name: 'access-token-uses',
      text: `SELECT token_id AS "tokenId", field, sum(calls)::int AS calls, sum(refused)::int AS refused, max(last_at) AS "lastAt"
        FROM access_token_use WHERE token_id = ANY($1::uuid[]) AND day >= $2 GROUP BY token_id, field ORDER BY "lastAt" DESC, field`,
    },
    [tokenIds, since],
  )
  return Map.groupBy(rows, ({ tokenId }) => tokenId)
}

export async function removeOldUses({ database }: Platform, before: string): Promise<number> {
  const { count } = await database.prisma.accessTokenUse.deleteMany({ where: { day: { lt: before } } })
  return count
}
