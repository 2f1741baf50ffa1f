import { addDays } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { tokenScopes } from '../../../access/viewer.ts'
import type { Clerk, TokenScope, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countLiving, findToken, insertToken, listTokens, listUses, markRevoked } from './access-token.repository.ts'
import type { TokenRow, UseRow } from './access-token.repository.ts'
import { drawSecret, hashSecret } from './token-secret.ts'

const nameLength = [1, 60] as const
/** A year and a day: a yearly task may renew it on the day it ran out [PD]. */
export const longestDays = 366
/** Of one employer at a time [PD]. */
export const mostTokens = 20
const mostListed = 100
/** What a token was used for is shown for so long. */
export const usesShownDays = 30

export interface ListedToken extends TokenRow {
  uses: readonly UseRow[]
}

/** The employer's tokens, with what each was used for of late. */
export async function readTokens(platform: Platform, viewer: Viewer | undefined): Promise<ListedToken[]> {
  const { employerId } = requireMay(viewer, 'access-token:read')
  const tokens = await listTokens(platform, employerId, mostListed)
  const since = addDays(platform.clock.today(), -usesShownDays)
  const uses = await listUses(
    platform,
    tokens.map(({ id }) => id),
    since,
  )
  return tokens.map((token) => ({ ...token, uses: uses.get(token.id) ?? [] }))
}

export interface WantedToken {
  name: string
  scopes: readonly TokenScope[]
  test: boolean
  days: number
}

export type MakeOutcome = { kind: 'MADE'; token: ListedToken; secret: string } | { kind: 'REFUSED'; reason: 'TOO_MANY' }

/** Makes a token in the name of the clerk. The secret is in this answer and nowhere else. */
export async function makeToken(
  platform: Platform,
  { viewer, origin }: { viewer: Viewer | undefined; origin: string },
  wanted: WantedToken,
): Promise<MakeOutcome> {
  const clerk = requireMay(viewer, 'access-token:manage')
  const { employerId, accountId } = clerk
  const name = requireText('name', wanted.name, nameLength)
  const scopes = tokenScopes.filter((scope) => scope === 'READ' || wanted.scopes.includes(scope))
  const { test, days } = wanted
  if (test && scopes.includes('PAY')) throw badInput('scopes', 'A test token pays nothing: leave PAY out.')
  if (!Number.isInteger(days) || days < 1 || days > longestDays)
    throw badInput('days', `A token is good for 1 to ${longestDays} days.`)
  // It would have no more rights than its maker anyway; software would learn it at its first submission.
  const beyond = scopes.find((scope) => scope !== 'READ' && !clerk.duties.includes(scope))
  if (beyond)
    throw badInput('scopes', `You do not have the duty ${beyond} yourself, so a token of yours cannot either.`)
  const expiresAt = new Date(platform.clock.now().getTime() + days * 86_400_000)
  const secret = drawSecret(test)
  return platform.database.transaction(async () => {
    if ((await countLiving(platform, employerId)) >= mostTokens) return { kind: 'REFUSED', reason: 'TOO_MANY' }
    const secretHash = hashSecret(secret)
    const token = await insertToken(platform, {
      employerId,
      accountId,
      name,
      secretHash,
      hint: secret.slice(-4),
      scopes,
      test,
      expiresAt,
    })
    await record(platform, clerk, origin, 'MAKE_ACCESS_TOKEN', token)
    return { kind: 'MADE', token: { ...token, uses: [] }, secret }
  })
}

/** Ends it at once. Of one that has ended already nothing changes. */
export async function revokeToken(
  platform: Platform,
  { viewer, origin }: { viewer: Viewer | undefined; origin: string },
  id: string,
): Promise<ListedToken> {
  const clerk = requireMay(viewer, 'access-token:manage')
  return platform.database.transaction(async () => {
    const token = await findToken(platform, clerk.employerId, requireUuid(id, 'access token'))
    if (!token) throw notFound('access token')
    if (await markRevoked(platform, token.id)) await record(platform, clerk, origin, 'REVOKE_ACCESS_TOKEN', token)
    const ended = await findToken(platform, clerk.employerId, token.id)
    const uses = await listUses(platform, [token.id], addDays(platform.clock.today(), -usesShownDays))
    return { ...(ended ?? token), uses: uses.get(token.id) ?? [] }
  })
}

function record(
  { audit }: Platform,
  { accountId, employerId }: Clerk,
  origin: string,
  action: 'MAKE_ACCESS_TOKEN' | 'REVOKE_ACCESS_TOKEN',
  { id, name, scopes, test, expiresAt }: TokenRow,
): Promise<void> {
  return audit.record({
    actorKind: 'EMPLOYER',
    actorId: accountId,
    origin,
    action,
    recordType: 'AccessToken',
    recordId: id,
    change: { employerId, name, scopes: [...scopes], test, validUntil: expiresAt.toISOString() },
  })
}
