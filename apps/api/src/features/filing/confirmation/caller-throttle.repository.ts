import type { Platform } from '../../../platform/platform.ts'

// A link cannot be guessed; who tries many is kept from making work of it. Right links never count, so that a whole workshop may
// answer from behind one address.
const most = 20
const windowMs = 15 * 60_000
const utc = (instant: Date) => instant.toISOString().replace('Z', '')
const keyOf = ({ vault }: Platform, origin: string) => Buffer.from(vault.lookupHash('confirmation-origin', origin))

export async function isCallerBlocked(platform: Platform, origin: string): Promise<boolean> {
  const rows = await platform.database.query<{ failures: number }>(
    {
      name: 'confirmation-caller',
      text: 'SELECT failures FROM confirmation_throttle WHERE key_hash = $1 AND failures >= $2 AND window_start > $3::timestamp',
    },
    [keyOf(platform, origin), most, utc(new Date(platform.clock.now().getTime() - windowMs))],
  )
  return rows.length > 0
}

/** One more in the window of this caller, or the first of a new one; what is long over goes with it. */
export async function countWrongLink(platform: Platform, origin: string): Promise<void> {
  const now = platform.clock.now()
  await platform.database.query(
    {
      name: 'confirmation-count-caller',
      text: `WITH gone AS (DELETE FROM confirmation_throttle WHERE window_start < $3::timestamp AND key_hash <> $1)
        INSERT INTO confirmation_throttle AS t (key_hash, failures, window_start) VALUES ($1, 1, $2::timestamp)
        ON CONFLICT (key_hash) DO UPDATE SET failures = CASE WHEN t.window_start <= $3::timestamp THEN 1 ELSE t.failures + 1 END,
          window_start = CASE WHEN t.window_start <= $3::timestamp THEN $2::timestamp ELSE t.window_start END`,
    },
    [keyOf(platform, origin), utc(now), utc(new Date(now.getTime() - windowMs))],
  )
}
