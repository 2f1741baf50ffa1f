import { isDatabaseAway } from './database-away.ts'

/** As much of a database as this asks. */
interface Asked {
  query<Row extends object>(statement: { name: string; text: string }, values?: readonly unknown[]): Promise<Row[]>
}
interface Replica extends Asked {
  transaction<T>(work: () => Promise<T>): Promise<T>
}

/** A replica replays within milliseconds; one that does not is left alone for a while. */
const patienceMs = 500
const pollMs = 10
const restMs = 5_000

class Behind extends Error {
  override readonly name = 'Behind'
}

/** SQLSTATE of a read that stood in the way of what the replica had to replay. */
const conflict = '40001'

/**
 * Reads on a replica that has caught up with what the primary had when it was asked: nobody reads anything older than their question,
 * their own latest deed included. While there is no such replica, from the primary.
 */
export function createReplica(
  primary: Asked,
  replica: Replica,
  { now, wait } = { now: () => performance.now(), wait: (ms: number) => new Promise((done) => setTimeout(done, ms)) },
): { read<T>(work: () => Promise<T>): Promise<T>; lateness(): Promise<number> } {
  let restsUntil = 0

  const positionOfPrimary = async () => {
    const [now] = await primary.query<{ position: string }>({
      name: 'primary-position',
      text: 'SELECT pg_current_wal_flush_lsn()::text AS position',
    })
    return now?.position ?? ''
  }

  async function untilCaughtUp(position: string): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += pollMs) {
      const [state] = await replica.query<{ there: boolean }>(
        {
          name: 'replica-position',
          text: `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() >= $1::pg_lsn ELSE true END AS there`,
        },
        [position],
      )
      if (state?.there) return
      await wait(pollMs)
    }
    throw new Behind()
  }

  return {
    async read(work) {
      if (now() < restsUntil) return work()
      const position = await positionOfPrimary()
      try {
        // Its connection is the one that everything asked within goes through.
        return await replica.transaction(async () => {
          await untilCaughtUp(position)
          return work()
        })
      } catch (error) {
        if (!(error instanceof Behind) && !isDatabaseAway(error) && !isConflict(error)) throw error
        restsUntil = now() + restMs
        return work()
      }
    },
    /** Seconds since what it last replayed was committed, where the primary has more than that. */
    async lateness() {
      const [state] = await replica.query<{ late: number }>(
        {
          name: 'replica-lateness',
          text: `SELECT CASE WHEN NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= $1::pg_lsn THEN 0
            ELSE coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0) END::float8 AS late`,
        },
        [await positionOfPrimary()],
      )
      return state?.late ?? 0
    },
  }
}

function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return ('code' in error && error.code === conflict) || ('cause' in error && isConflict(error.cause))
}
