import { scopeMissing, Refusal } from '../../../access/refusal.ts'
import { scopeOf } from '../../../access/token-scopes.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Clerk, TokenRights, TokenScope, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findActing, toViewer } from '../session/index.ts'
import { countRequest, countUse, findHolder } from './access-token.repository.ts'
import { hashSecret, isSecret } from './token-secret.ts'

/** A clerk whose software asks. */
export type TokenViewer = Clerk & { readonly token: TokenRights }

/**
 * Who a token stands for: the clerk who made it, as long as the clerk acts for the employer. Asked each time, so that a token that
 * is revoked, or whose clerk was removed, opens nothing from that moment.
 */
export async function findTokenViewer(platform: Platform, secret: string): Promise<TokenViewer | undefined> {
  if (!isSecret(secret)) return undefined
  const holder = await findHolder(platform, hashSecret(secret))
  if (!holder) return undefined
  const { account, employerId, expiresAt, ...token } = holder
  const acting = await findActing(platform, account.id, employerId)
  const viewer: Viewer | undefined = toViewer(account, acting, { sessionId: token.id, stage: 'FULL', expiresAt })
  if (viewer?.kind !== 'EMPLOYER') return undefined
  const { id, name, scopes, test } = token
  return { ...viewer, token: { id, name, scopes, test } }
}

/** What one token may ask for in a minute [PD]. */
export const mostInMinute = { requests: 300, cost: 600_000 } as const
const windowMs = 60_000

/** Counts a request and refuses it by the name of the limit that it passes. */
export async function admitRequest(platform: Platform, { token }: TokenViewer, cost: number): Promise<void> {
  const counted = await countRequest(platform, { id: token.id, cost, windowMs })
  if (!counted) return
  const over = (['requests', 'cost'] as const).find((limit) => counted[limit] > mostInMinute[limit])
  if (!over) return
  const retryAt = new Date(counted.startsAt.getTime() + windowMs)
  throw new Refusal(
    'TOO_MANY_REQUESTS',
    `The ${over} of this access token within a minute, ${counted[over]}, are over the limit of ${mostInMinute[over]}.`,
    { limit: over, most: mostInMinute[over], retryAt: retryAt.toISOString() },
  )
}

/** A root field as an operation asks for it. */
interface AskedField {
  readonly name: string
  readonly held: Permission | 'public' | 'its own'
}

/**
 * The scopes that an operation needs besides READ. Throws SCOPE_MISSING that names the first that the token lacks, before anything
 * of the operation has run.
 */
export function requireScopes(
  { token }: TokenViewer,
  fields: readonly AskedField[],
  mutates: boolean,
): ReadonlySet<TokenScope> {
  const needed = new Set<TokenScope>()
  for (const { name, held } of fields) {
    // Whatever anybody may ask is asked here too; whatever signs in or out is not.
    if (held === 'public' && mutates) throw scopeMissing(undefined, name)
    if (held === 'public' || held === 'its own') continue
    const scope = scopeOf(held)
    if (!scope || !token.scopes.includes(scope)) throw scopeMissing(scope, name)
    needed.add(scope)
  }
  return needed
}

const mostFieldsCounted = 50

/** Remembers what the token was used for. */
export function noteUse(
  platform: Platform,
  { token }: TokenViewer,
  fields: readonly AskedField[],
  refused: boolean,
): Promise<void> {
  const names = [...new Set(fields.map(({ name }) => name))].slice(0, mostFieldsCounted)
  return countUse(platform, token.id, names, refused)
}
