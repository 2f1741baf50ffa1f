import type { AlertName } from '../../../operations/alert-rules.ts'
import type { AlertLabels } from '../../../operations/firing-alerts.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StandingAlert, Watch } from './agree-on-alerts.ts'

export interface AlertRow {
  id: bigint
  name: AlertName
  labels: AlertLabels
  process: string | null
  beganAt: Date
  endedAt: Date | null
  beginToldAt: Date | null
  endToldAt: Date | null
}

/** More processes than any cluster has, more alerts than anybody reads. */
const mostProcesses = 200
const mostShown = 200
const toldAtOnce = 20

const row = `id, name, labels, process, began_at AS "beganAt", ended_at AS "endedAt",
  begin_told_at AS "beginToldAt", end_told_at AS "endToldAt"`

/** One process after the other agrees; held until the transaction ends. */
export async function lockAlerts({ database }: Platform): Promise<void> {
  await database.query({ name: 'alert-lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('alert', 1))` })
}

export async function listWatches({ database }: Platform): Promise<Watch[]> {
  return database.query<Watch>({
    name: 'alert-watches',
    text: `SELECT process, looked_at AS "lookedAt", findings FROM alert_watch ORDER BY process LIMIT ${mostProcesses}`,
  })
}

export async function keepWatch({ database }: Platform, { process, lookedAt, findings }: Watch): Promise<void> {
  await database.query(
    {
      name: 'alert-watch-keep',
      text: `INSERT INTO alert_watch (process, looked_at, findings) VALUES ($1, $2, $3)
        ON CONFLICT (process) DO UPDATE SET looked_at = EXCLUDED.looked_at, findings = EXCLUDED.findings`,
    },
    [process, lookedAt, JSON.stringify(findings)],
  )
}

export async function removeWatch({ database }: Platform, process: string): Promise<void> {
  await database.query({ name: 'alert-watch-remove', text: 'DELETE FROM alert_watch WHERE process = $1' }, [process])
}

/** From now on these stand and no others. */
export async function settleAlerts(
  { database }: Platform,
  standing: readonly StandingAlert[],
  now: Date,
): Promise<void> {
  await database.query(
    { name: 'alert-end', text: 'UPDATE alert SET ended_at = $2 WHERE ended_at IS NULL AND key <> ALL ($1::text[])' },
    [standing.map(({ key }) => key), now],
  )
  await database.query(
    {
      name: 'alert-begin',
      text: `INSERT INTO alert (key, name, labels, process, began_at)
        SELECT key, name, labels::jsonb, process, began_at
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamp[]) AS given (key, name, labels, process, began_at)
        ON CONFLICT (key) WHERE ended_at IS NULL DO NOTHING`,
    },
    [
      standing.map(({ key }) => key),
      standing.map(({ name }) => name),
      standing.map(({ labels }) => JSON.stringify(labels)),
      standing.map(({ process }) => process),
      standing.map(({ beganAt }) => beganAt),
    ],
  )
}

/** What was over long ago, and processes that nobody has heard of since. */
export async function removeOldAlerts({ database }: Platform, endedBefore: Date, silentSince: Date): Promise<void> {
  await database.query({ name: 'alert-remove', text: 'DELETE FROM alert WHERE ended_at < $1' }, [endedBefore])
  await database.query({ name: 'alert-watch-forget', text: 'DELETE FROM alert_watch WHERE looked_at < $1' }, [
    silentSince,
  ])
}

export async function listStanding({ database }: Platform): Promise<AlertRow[]> {
  return database.query<AlertRow>({
    name: 'alert-standing',
    text: `SELECT ${row} FROM alert WHERE ended_at IS NULL ORDER BY began_at, id LIMIT ${mostShown}`,
  })
}

/** The latest first. */
export async function listEnded({ database }: Platform, after: Date, most: number): Promise<AlertRow[]> {
  return database.query<AlertRow>(
    {
      name: 'alert-ended',
      text: `SELECT ${row} FROM alert WHERE ended_at > $1 ORDER BY ended_at DESC, id DESC LIMIT $2`,
    },
    [after, most],
  )
}

/** Those of which somebody must still be told something, for this process alone until that moment. */
export async function claimUntold(
  { database }: Platform,
  { now, until, since }: { now: Date; until: Date; since: Date },
): Promise<AlertRow[]> {
  return database.query<AlertRow>(
    {
      name: 'alert-claim',
      text: `UPDATE alert SET claimed_until = $2 WHERE id IN (
          SELECT id FROM alert WHERE (ended_at IS NULL OR ended_at > $3) AND (claimed_until IS NULL OR claimed_until <= $1)
            AND (begin_told_at IS NULL OR (ended_at IS NOT NULL AND end_told_at IS NULL))
          ORDER BY id LIMIT ${toldAtOnce} FOR UPDATE SKIP LOCKED)
        RETURNING ${row}`,
    },
    [now, until, since],
  )
}

/** Whatever was told by now; it may be claimed again for the rest. */
export async function noteTold(
  { database }: Platform,
  { id, beginToldAt, endToldAt }: Pick<AlertRow, 'id' | 'beginToldAt' | 'endToldAt'>,
): Promise<void> {
  await database.query(
    {
      name: 'alert-told',
      text: 'UPDATE alert SET begin_told_at = $2, end_told_at = $3, claimed_until = NULL WHERE id = $1',
    },
    [id, beginToldAt, endToldAt],
  )
}
