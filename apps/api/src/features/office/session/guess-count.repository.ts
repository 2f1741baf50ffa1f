import type { Guess } from '../../../access/guess-watch.ts'
import type { Platform } from '../../../platform/platform.ts'
import { guessLimit } from './lock-policy.ts'

const utc = (instant: Date) => instant.toISOString().replace('Z', '')

interface Counted {
  failures: number
  most: number
  startMs: number
}

/** One key for who tries and one for each thing it is tried on; only keyed hashes are kept. In one order, so that no two wait for each other. */
function keysOf({ vault }: Platform, { door, by, of = [] }: Guess): { keys: Uint8Array[]; most: number[] } {
  const key = (side: string, text: string) => Buffer.from(vault.lookupHash('guess', `${door}:${side}:${text}`))
  const counted = [
    { key: key('by', by), most: guessLimit.byOne },
    ...of.map((what) => ({ key: key('of', what), most: guessLimit.ofOne })),
  ].toSorted((one, other) => Buffer.compare(one.key, other.key))
  return { keys: counted.map((one) => one.key), most: counted.map((one) => one.most) }
}

/** One more under each key, or the first of a new window; the end of the window where one has too many. */
export async function takeGuess(platform: Platform, guess: Guess): Promise<Date | undefined> {
  const now = platform.clock.now()
  const { keys, most } = keysOf(platform, guess)
  const counted = await platform.database.query<Counted>(
    {
      name: 'session-take-guess',
      text: `WITH asked AS (SELECT * FROM unnest($1::bytea[], $2::int[]) WITH ORDINALITY AS a (key_hash, most, place)),
        counted AS (
          INSERT INTO sign_in_throttle AS t (key_hash, failures, window_start)
          SELECT key_hash, 1, $3::timestamp FROM asked ORDER BY place
          ON CONFLICT (key_hash) DO UPDATE SET
            failures = CASE WHEN t.window_start <= $4::timestamp THEN 1 ELSE t.failures + 1 END,
            window_start = CASE WHEN t.window_start <= $4::timestamp THEN $3::timestamp ELSE t.window_start END
          RETURNING key_hash, failures, (extract(epoch FROM window_start) * 1000)::float8 AS start_ms)
      SELECT failures, most, start_ms AS "startMs" FROM counted JOIN asked USING (key_hash)`,
    },
    [keys, most, utc(now), utc(new Date(now.getTime() - guessLimit.windowMs))],
  )
  const ends = counted.filter((one) => one.failures > one.most).map(({ startMs }) => startMs + guessLimit.windowMs)
  return ends.length > 0 ? new Date(Math.max(...ends)) : undefined
}

/** It was right: as if it had not been counted. */
export async function forgiveGuess(platform: Platform, guess: Guess): Promise<void> {
  await platform.database.query(
    {
      name: 'session-forgive-guess',
      text: 'UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0) WHERE key_hash = ANY($1::bytea[])',
    },
    [keysOf(platform, guess).keys],
  )
}
