import type { AccountKind } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { windowAround } from '../../../platform/window-around.ts'
import { challengeLimit, lockEnds, lockPolicy, never, secondFactorPolicy } from './lock-policy.ts'
import type { LockPolicy } from './lock-policy.ts'
import { figureWithin } from '../../../platform/service-figures.ts'

/** Columns are timestamps without zone that hold UTC; text keeps the driver's zone out of it. */
const utc = (instant: Date) => instant.toISOString().replace('Z', '')

/** A try that may be made, or the end of the lock that forbids it. `last` means that a wrong password now locks. */
export type Try = { allowed: true; last: boolean } | { allowed: false; lockedUntil: Date }

interface Counted {
  failures: number
  /** As many as were allowed when it was counted. */
  tries: number
}

/** An insured person's tries are a figure of the office, read by the statement that counts. */
const figureOf = (kind: AccountKind | undefined) => (kind === 'INSURED' ? 'CARD_PIN_TRIES' : null)
const triesAllowed = (figure: string, day: string, otherwise: string) =>
  `COALESCE(${figureWithin(figure, day)}, ${otherwise}::int)`

/**
 * Counts a try before the password is looked at, in one statement, so that parallel guesses cannot pass the lock together.
 * Success sets the count back.
 */
export async function takeAccountTry(platform: Platform, accountId: string, kind: AccountKind): Promise<Try> {
  const policy = lockPolicy(kind)
  const { database, clock } = platform
  const now = clock.now()
  const [counted] = await database.query<Counted>(
    {
      name: 'session-take-try',
      gate: 'SIGN_IN',
      text: `UPDATE account SET
        failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
        locked_until = CASE WHEN (CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END) >= policy.tries THEN $3::timestamp END
      FROM (SELECT ${triesAllowed('$5', '$6', '$2')} AS tries) policy
      WHERE id = $1::uuid AND (locked_until IS NULL OR locked_until <= $4::timestamp)
      RETURNING failures, policy.tries`,
    },
    [accountId, policy.tries, utc(lockEnds(policy, now)), utc(now), figureOf(kind), clock.today()],
  )
  if (counted) return { allowed: true, last: counted.failures >= counted.tries }
  const account = await database.prisma.account.findUnique({ where: { id: accountId }, select: { lockedUntil: true } })
  const latest = lockEnds(policy, now)
  const lockedUntil = account?.lockedUntil ?? latest
  if (policy.minutes === undefined || lockedUntil <= latest) return { allowed: false, lockedUntil }
  // Locked by a clock that ran ahead and was set back since: no lock that begins now would last longer.
  await database.prisma.account.updateMany({ where: { id: accountId, lockedUntil }, data: { lockedUntil: latest } })
  return { allowed: false, lockedUntil: latest }
}

/** The same count for a number that has no account, so that the answers do not tell the two apart. */
export async function takeUnknownTry(platform: Platform, kind: AccountKind, identifier: string): Promise<Try> {
  const key = platform.vault.lookupHash('sign-in', `${kind}:${identifier}`)
  return takeKeyedTry(platform, key, lockPolicy(kind), kind)
}

const secondFactorKey = ({ vault }: Platform, accountId: string) => vault.lookupHash('second-factor', accountId)

/** Tries of a second factor count apart from those of the password: the right password must not begin them anew. */
export function takeSecondFactorTry(platform: Platform, accountId: string): Promise<Try> {
  return takeKeyedTry(platform, secondFactorKey(platform, accountId), secondFactorPolicy)
}

export async function forgiveSecondFactorTries(platform: Platform, accountId: string): Promise<void> {
  await asOffice('SIGN_IN', () =>
    platform.database.prisma.signInThrottle.deleteMany({ where: { keyHash: secondFactorKey(platform, accountId) } }),
  )
}

async function takeKeyedTry(
  platform: Platform,
  key: Uint8Array<ArrayBuffer>,
  policy: LockPolicy,
  kind?: AccountKind,
): Promise<Try> {
  const { database, clock } = platform
  const now = clock.now()
  const unlockedBefore = policy.minutes === undefined ? new Date(0) : new Date(now.getTime() - policy.minutes * 60_000)
  // Without end it is locked by its date alone, like an account: how many tries are allowed may have become more or fewer since.
  // A lock without end must outlast the purge of old rows, or it would tell numbers with an account from those without.
  const lockStart = policy.minutes === undefined ? never : now
  const [counted] = await database.query<Counted>(
    {
      name: 'session-take-unknown-try',
      gate: 'SIGN_IN',
      text: `WITH policy AS (SELECT ${triesAllowed('$7', '$8', '$3')} AS tries)
      INSERT INTO sign_in_throttle AS t (key_hash, failures, window_start) VALUES ($1, 1, $2::timestamp)
      ON CONFLICT (key_hash) DO UPDATE SET
        failures = CASE WHEN t.failures >= (SELECT tries FROM policy) AND NOT $6 THEN 1 ELSE t.failures + 1 END,
        window_start = CASE WHEN t.failures + 1 = (SELECT tries FROM policy) OR ($6 AND t.failures + 1 > (SELECT tries FROM policy))
          THEN $5::timestamp ELSE $2::timestamp END
      WHERE CASE WHEN $6 THEN t.window_start < $5::timestamp
        ELSE t.failures < (SELECT tries FROM policy) OR t.window_start <= $4::timestamp END
      RETURNING failures, (SELECT tries FROM policy) AS tries`,
    },
    [
      key,
      utc(now),
      policy.tries,
      utc(unlockedBefore),
      utc(lockStart),
      policy.minutes === undefined,
      figureOf(kind),
      clock.today(),
    ],
  )
  if (counted) return { allowed: true, last: counted.failures >= counted.tries }
  const row = await asOffice('SIGN_IN', () => database.prisma.signInThrottle.findUnique({ where: { keyHash: key } }))
  const since = row?.windowStart ?? now
  if (policy.minutes === undefined || since <= now) return { allowed: false, lockedUntil: lockEnds(policy, since) }
  await asOffice('SIGN_IN', () =>
    database.prisma.signInThrottle.updateMany({
      where: { keyHash: key, windowStart: since },
      data: { windowStart: now },
    }),
  )
  return { allowed: false, lockedUntil: lockEnds(policy, now) }
}

/** Right password: the tries begin anew. */
export async function forgiveTries({ database }: Platform, accountId: string): Promise<void> {
  await database.prisma.account.update({ where: { id: accountId }, data: { failures: 0, lockedUntil: null } })
}

/** Counts a verification code for an origin; the end of the window when it had too many, else undefined. */
export async function countChallenge(platform: Platform, origin: string): Promise<Date | undefined> {
  const { failures: requests, startMs } = await countInWindow(
    platform,
    platform.vault.lookupHash('challenge-origin', origin),
    challengeLimit.windowMs,
  )
  return requests > challengeLimit.requests ? new Date(startMs + challengeLimit.windowMs) : undefined
}

interface WindowCount {
  failures: number
  startMs: number
}

/** One more in the window of this key, or the first of a new window: one statement, so that none is lost. */
async function countInWindow(platform: Platform, key: Uint8Array, windowMs: number): Promise<WindowCount> {
  const now = platform.clock.now()
  const [row] = await platform.database.query<WindowCount>(
    {
      name: 'session-count-in-window',
      gate: 'SIGN_IN',
      text: `INSERT INTO sign_in_throttle AS t (key_hash, failures, window_start) VALUES ($1, 1, $2::timestamp)
      ON CONFLICT (key_hash) DO UPDATE SET
        failures = CASE WHEN t.window_start > $3::timestamp AND t.window_start <= $4::timestamp THEN t.failures + 1 ELSE 1 END,
        window_start = CASE WHEN t.window_start > $3::timestamp AND t.window_start <= $4::timestamp THEN t.window_start ELSE $2::timestamp END
      RETURNING failures, (extract(epoch FROM window_start) * 1000)::float8 AS "startMs"`,
    },
    [key, utc(now), ...windowAround(now, windowMs).map(utc)],
  )
  if (!row) throw new Error('The count was not kept.')
  return row
}
