import type { Platform } from '../platform/platform.ts'

export interface JobReading {
  job: string
  failing: boolean
  /** Since it last succeeded; null when it did not within a day. */
  successAgo: number | null
}

/** Of each job what became of its last run, within a day. The queue keeps its tables itself and has its own clock. */
export async function readJobs({ database }: Platform): Promise<JobReading[]> {
  const [queue] = await database.query<{ there: boolean }>({
    text: `SELECT to_regclass('jobs.job') IS NOT NULL AS there`,
  })
  if (!queue?.there) return []
  return database.query<JobReading>({
    name: 'operations-jobs',
    text: `SELECT name AS job, (array_agg(state::text ORDER BY completed_on DESC))[1] <> 'completed' AS failing,
        extract(epoch FROM now() - max(completed_on) FILTER (WHERE state::text = 'completed'))::float8 AS "successAgo"
      FROM jobs.job WHERE completed_on > now() - interval '25 hours' GROUP BY name`,
  })
}

export interface StandbyReading {
  standby: string
  behind: number
  late: number
}

/** What is connected to this server for its log. Where this user may not see how far each has come, nothing. */
export async function readStandbys({ database }: Platform): Promise<StandbyReading[]> {
  return database.query<StandbyReading>({
    name: 'operations-standbys',
    text: `SELECT application_name AS standby, behind, CASE WHEN behind = 0 THEN 0 ELSE coalesce(extract(epoch FROM replay_lag), 0) END::float8 AS late
      FROM pg_stat_replication, LATERAL (SELECT greatest(pg_wal_lsn_diff(pg_current_wal_flush_lsn(), replay_lsn), 0)::float8 AS behind) gap
      WHERE replay_lsn IS NOT NULL AND state = 'streaming' AND NOT pg_is_in_recovery() ORDER BY 1 LIMIT 20`,
  })
}

/** Who should be connected: the server keeps its log for each slot, whether anybody comes for it or not. */
export async function readSlots({ database }: Platform): Promise<{ slot: string; active: boolean }[]> {
  return database.query<{ slot: string; active: boolean }>({
    name: 'operations-slots',
    text: `SELECT slot_name::text AS slot, active FROM pg_replication_slots
      WHERE slot_type = 'physical' AND NOT temporary AND NOT pg_is_in_recovery() ORDER BY 1 LIMIT 20`,
  })
}

/** Counts, and how long the oldest has waited; null where none does. */
export interface QueueReading {
  declarationsWaiting: number
  billsUnpaid: number
  billsOverdue: number
  notificationsWaiting: number
  notificationOldest: number | null
  bankLinesUnmatched: number
  bankLineOldest: number | null
  openDays: number
  statementsHeld: number
  paymentsUnknown: number
  paymentUnknownOldest: number | null
  billingRunSilent: number | null
  auditWaiting: number
  auditOldest: number | null
  auditPosition: number
}

/** One look, each part of it from an index that holds what is open and nothing else, or a table of what waits. */
export async function readQueues({ database, clock }: Platform): Promise<QueueReading | undefined> {
  const [row] = await database.query<QueueReading>(
    {
      name: 'operations-queues',
      text: `SELECT
        (SELECT count(*)::int FROM declaration WHERE status IN ('SUBMITTED', 'UNDER_REVIEW')) AS "declarationsWaiting",
        bills.unpaid AS "billsUnpaid", bills.overdue AS "billsOverdue",
        told.waiting AS "notificationsWaiting", told.oldest AS "notificationOldest",
        lines.open AS "bankLinesUnmatched", lines.oldest AS "bankLineOldest",
        (SELECT count(*)::int FROM reconciliation_day WHERE status = 'OPEN' AND day < $2) AS "openDays",
        (SELECT count(*)::int FROM statement WHERE state IN ('INCOMPLETE', 'HELD')) AS "statementsHeld",
        payments.unknown AS "paymentsUnknown", payments.oldest AS "paymentUnknownOldest",
        (SELECT extract(epoch FROM $1::timestamp - min(heartbeat_at))::float8 FROM billing_run WHERE status = 'RUNNING') AS "billingRunSilent",
        trail.waiting AS "auditWaiting", trail.oldest AS "auditOldest",
        (SELECT position::float8 FROM audit_head) AS "auditPosition"
      FROM (SELECT count(*)::int AS unpaid, (count(*) FILTER (WHERE due_on < $2))::int AS overdue FROM payment_notice WHERE status = 'UNPAID') bills,
        (SELECT count(*)::int AS waiting, extract(epoch FROM $1::timestamp - min(notification.created_at))::float8 AS oldest
          FROM notification_delivery JOIN notification ON notification.id = notification_id WHERE state = 'WAITING') told,
        (SELECT count(*)::int AS open, extract(epoch FROM $1::timestamp - (min(day) || 'T16:00:00')::timestamp)::float8 AS oldest
          FROM reconciliation_day JOIN reconciliation_item USING (day)
          WHERE status = 'OPEN' AND resolution IS NULL AND bank_entry_id IS NOT NULL) lines,
        (SELECT count(*)::int AS unknown, extract(epoch FROM $1::timestamp - min(created_at))::float8 AS oldest
          FROM payment WHERE status IN ('SENT_TO_BANK', 'UNKNOWN') AND status = 'UNKNOWN') payments,
        (SELECT count(*)::int AS waiting, extract(epoch FROM $1::timestamp - min(at))::float8 AS oldest
          FROM audit_waiting JOIN audit_event USING (seq)) trail`,
    },
    [clock.now(), clock.today()],
  )
  return row
}
