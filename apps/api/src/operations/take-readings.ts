import { statfs } from 'node:fs/promises'
import { readBackupState } from '../backup/backup-state.ts'
import { readReadiness } from '../fitness/readiness.ts'
import type { BillingChecks } from '../fitness/readiness.ts'
import { findInstallation } from '../platform/installation.ts'
import type { Platform } from '../platform/platform.ts'
import { within } from '../platform/within.ts'
import { daysUntil } from './certificate-days.ts'
import type { Series } from './metric-names.ts'
import { readJobs, readQueues, readSlots, readStandbys } from './readings.repository.ts'
import type { QueueReading } from './readings.repository.ts'

const longestMs = 5_000

/** Everything that can be said now. What cannot be looked at is left out: why is told by what is there, such as the database. */
export async function takeReadings(
  platform: Platform,
  checks: BillingChecks,
  certificateEnds: () => Promise<Date | undefined>,
): Promise<Series[]> {
  const parts = [
    ofChecks(platform, checks),
    ofJobs(platform),
    ofQueues(platform),
    ofDisks(platform),
    ofBackup(platform),
    ofStandbys(platform),
    ofReads(platform),
    ofCertificate(platform, certificateEnds),
  ]
  const taken = parts.map((part) =>
    within(
      longestMs,
      part.catch(() => []),
      [],
    ),
  )
  return [...ofPools(platform), ...(await Promise.all(taken)).flat()]
}

async function ofChecks(platform: Platform, billing: BillingChecks): Promise<Series[]> {
  const { checks } = await readReadiness(platform, billing)
  // A process that was told to end is no finding.
  return checks
    .filter(({ name }) => name !== 'staying')
    .map(({ name, ok }) => ({ metric: 'shebao_check_ok', labels: { check: name }, value: Number(ok) }))
}

async function ofJobs(platform: Platform): Promise<Series[]> {
  return (await readJobs(platform)).flatMap(({ job, failing, successAgo }): Series[] => [
    { metric: 'shebao_job_failing', labels: { job }, value: Number(failing) },
    ...(successAgo === null
      ? []
      : [{ metric: 'shebao_job_success_age_seconds', labels: { job }, value: successAgo } as const]),
  ])
}

const queueMetrics = [
  ['shebao_declarations_waiting', 'declarationsWaiting'],
  ['shebao_bills_unpaid', 'billsUnpaid'],
  ['shebao_bills_overdue', 'billsOverdue'],
  ['shebao_notifications_waiting', 'notificationsWaiting'],
  ['shebao_notification_oldest_seconds', 'notificationOldest'],
  ['shebao_bank_lines_unmatched', 'bankLinesUnmatched'],
  ['shebao_bank_line_oldest_seconds', 'bankLineOldest'],
  ['shebao_reconciliation_days_open', 'openDays'],
  ['shebao_statements_held', 'statementsHeld'],
  ['shebao_payments_unknown', 'paymentsUnknown'],
  ['shebao_payment_unknown_oldest_seconds', 'paymentUnknownOldest'],
  ['shebao_billing_run_silent_seconds', 'billingRunSilent'],
  ['shebao_audit_unchained', 'auditWaiting'],
  ['shebao_audit_unchained_seconds', 'auditOldest'],
  ['shebao_audit_chain_position', 'auditPosition'],
] as const satisfies readonly (readonly [Series['metric'], keyof QueueReading])[]

async function ofQueues(platform: Platform): Promise<Series[]> {
  const reading = await readQueues(platform)
  // Where nothing waits the oldest is of no age.
  return reading ? queueMetrics.map(([metric, name]) => ({ metric, value: Math.max(0, reading[name] ?? 0) })) : []
}

async function ofDisks({ environment }: Platform): Promise<Series[]> {
  const folders = {
    data: environment.dataDirectory,
    ...(environment.objectStore ? {} : { files: environment.filesDirectory }),
  }
  const series = Object.entries(folders).map(async ([folder, path]): Promise<Series[]> => {
    try {
      const { bavail, blocks, bsize } = await statfs(path)
      return [
        { metric: 'shebao_disk_free_ratio', labels: { folder }, value: bavail / blocks },
        { metric: 'shebao_disk_free_bytes', labels: { folder }, value: bavail * bsize },
      ]
    } catch {
      return [] // no file was handed in yet, so the folder is not there
    }
  })
  return (await Promise.all(series)).flat()
}

/** A demonstration needs none; of a cluster one process knows, which is where backups are made. */
async function ofBackup({ environment, database }: Platform): Promise<Series[]> {
  // Whoever says so watches those themselves.
  if (environment.backupElsewhere) return []
  const state = await readBackupState(environment)
  if (!state && environment.mode !== 'production') return []
  const since = state?.madeAt ?? (await findInstallation(database))?.createdAt
  return [
    { metric: 'shebao_backup_failed', value: state?.failedAt ? 1 : 0 },
    // By the machine's own time, as backups are made by.
    ...(since === undefined
      ? []
      : [{ metric: 'shebao_backup_age_seconds', value: (Date.now() - new Date(since).getTime()) / 1000 } as const]),
  ]
}

/** The embedded database has none. */
async function ofStandbys(platform: Platform): Promise<Series[]> {
  if (platform.environment.databaseUrl === undefined) return []
  const [standbys, slots] = [await readStandbys(platform), await readSlots(platform)]
  return [
    ...standbys.flatMap(({ standby, behind, late }): Series[] => [
      { metric: 'shebao_standby_behind_bytes', labels: { standby }, value: behind },
      { metric: 'shebao_standby_late_seconds', labels: { standby }, value: late },
    ]),
    ...slots.map(({ slot, active }): Series => ({
      metric: 'shebao_replication_slot_active',
      labels: { slot },
      value: Number(active),
    })),
  ]
}

async function ofReads({ database }: Platform): Promise<Series[]> {
  const late = await database.replicaLateness()
  return late === undefined
    ? []
    : [{ metric: 'shebao_standby_late_seconds', labels: { standby: 'reads' }, value: late }]
}

async function ofCertificate({ clock }: Platform, certificateEnds: () => Promise<Date | undefined>): Promise<Series[]> {
  const ends = await certificateEnds()
  return ends ? [{ metric: 'shebao_certificate_days', value: daysUntil(ends, clock.now()) }] : []
}

function ofPools({ database, longWork }: Platform): Series[] {
  const pools = { requests: database.connections(), ...(longWork ? { 'long-work': longWork.connections() } : {}) }
  return Object.entries(pools).flatMap(([pool, counts]) =>
    Object.entries(counts).map(([state, value]): Series => ({
      metric: 'shebao_database_connections',
      labels: { pool, state },
      value,
    })),
  )
}
