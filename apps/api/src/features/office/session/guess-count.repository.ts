import type { Guess, GuessedDoor } from '../../../access/guess-watch.ts'
import type { Platform } from '../../../platform/platform.ts'
import { windowAround } from '../../../platform/window-around.ts'
import { guessLimit } from './lock-policy.ts'

const utc = (instant: Date) => instant.toISOString().replace('Z', '')

interface Counted {
  failures: number
  most: number
  startMs: number
}

/** One key for who tries and one for each thing it is tried on; only keyed hashes are kept. In one order, so that no two wait for each other. */
function keysOf({ vault }: Platform, { door, by, of = [], from }: Guess): { keys: Uint8Array[]; most: number[] } {
  const key = (at: GuessedDoor, side: string, text: string) =>
    Buffer.from(vault.lookupHash('guess', `${at}:${side}:${text}`))
  const counted = [
    { key: key(door, 'by', by), most: door === 'VISITOR' ? guessLimit.fromAddress : guessLimit.byOne },
    ...of.map((what) => ({ key: key(door, 'of', what), most: guessLimit.ofOne })),
    ...(from === undefined ? [] : [{ key: key('VISITOR', 'by', from), most: guessLimit.fromAddress }]),
  ].toSorted((one, other) => Buffer.compare(one.key, other.key))
  return { keys: counted.map((one) => one.key), most: counted.map((one) => one.most) }
}

/**
 * One more under each key, or the first of a new window; the end of the window where one has too many. A guess that is then not looked at
 * was none: whoever has to wait makes nobody else wait.
 */
export async function takeGuess(platform: Platform, guess: Guess): Promise<Date | undefined> {
  const now = platform.clock.now()
  const { keys, most } = keysOf(platform, guess)
  const counted = await platform.database.query<Counted>(
    {
      name: 'session-take-guess',
      gate: 'SIGN_IN',
      text: `WITH asked AS (SELECT * FROM unnest($1::bytea[], $2::int[]) WITH ORDINALITY AS a (key_hash, most, place)),
        counted AS (
          INSERT INTO sign_in_throttle AS t (key_hash, failures, window_start)
          SELECT key_hash, 1, $3::timestamp FROM asked ORDER BY place
          ON CONFLICT (key_hash) DO UPDATE SET
            failures = CASE WHEN t.window_start > $4::timestamp AND t.window_start <= $5::timestamp THEN t.failures + 1 ELSE 1 END,
            window_start = CASE WHEN t.window_start > $4::timestamp AND t.window_start <= $5::timestamp THEN t.window_start ELSE $3::timestamp END
          RETURNING key_hash, failures, (extract(epoch FROM window_start) * 1000)::float8 AS start_ms)
      SELECT failures, most, start_ms AS "startMs" FROM counted JOIN asked USING (key_hash)`,
    },
    [keys, most, utc(now), ...windowAround(now, guessLimit.windowMs).map(utc)],
  )
  const over = counted.filter((one) => one.failures > one.most)
  if (over.length === 0) return undefined
  await takeBack(platform, keys)
  return new Date(Math.max(...over.map(({ startMs }) => startMs + guessLimit.windowMs)))
}

/** It was right: as if it had not been counted. */
export async function forgiveGuess(platform: Platform, guess: Guess): Promise<void> {
  await takeBack(platform, keysOf(platform, guess).keys)
}

/** Under which it is counted, for a statement of the room's own that takes it back with what else it does. */
export const keysOfGuess = (platform: Platform, guess: Guess): readonly Uint8Array[] => keysOf(platform, guess).keys

/** Held in one order: a statement that updates many takes them as they come. */
export const takingBack = (keys: string): string =>
  `held AS (SELECT key_hash FROM sign_in_throttle WHERE key_hash = ANY(${keys}::bytea[]) ORDER BY key_hash FOR UPDATE),
  taken_back AS (UPDATE sign_in_throttle AS t SET failures = greatest(t.failures - 1, 0) FROM held WHERE t.key_hash = held.key_hash)`

async function takeBack({ database }: Platform, keys: readonly Uint8Array[]): Promise<void> {
  await database.query(
    {
      name: 'session-forgive-guess',
      gate: 'SIGN_IN',
      text: `WITH ${takingBack('$1')} SELECT`,
    },
    [keys],
  )
}
