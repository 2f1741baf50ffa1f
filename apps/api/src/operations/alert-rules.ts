import type { Language } from '@shebao/kernel'
import { alertMeanings } from '@shebao/kernel/alert-words'

export type AlertName = keyof typeof alertMeanings.zh

/** A state that somebody has to do something about: any series of the metric, of those labels, beyond the limit. */
export interface AlertRule {
  name: string
  /** NOW: people cannot work, or something is lost soon. TODAY: it becomes that. */
  urgency: 'NOW' | 'TODAY'
  metric: string
  labels?: Readonly<Record<string, string>>
  above?: number
  below?: number
  /** Of several processes on one database each says what the database says; what is of a process stands for itself. */
  of: 'OFFICE' | 'PROCESS'
  words: Readonly<Record<Language, string>>
}

const hour = 3600
const day = 24 * hour
const mebibyte = 1024 * 1024
const check = (name: string) =>
  ({ metric: 'shebao_check_ok', labels: { check: name }, below: 1, of: 'OFFICE' }) as const

const says = <Name extends AlertName>(name: Name) => ({
  name,
  words: { 'zh-CN': alertMeanings.zh[name], en: alertMeanings.en[name] },
})

/**
 * The one list: the server holds it against its own metrics (`/alerts`, `shebao alerts`), and deploy/prometheus/alerts.yml is printed from
 * it. What to do stands under each name in docs/operations.md. Limits are [PD].
 */
export const alertRules = [
  {
    ...says('DatabaseAway'),
    urgency: 'NOW',
    metric: 'shebao_database_ready',
    below: 1,
    of: 'PROCESS',
  },
  {
    ...says('DatabaseFull'),
    urgency: 'NOW',
    ...check('room'),
    of: 'PROCESS',
  },
  {
    ...says('JobsStopped'),
    urgency: 'NOW',
    ...check('jobs'),
  },
  {
    ...says('JobFailing'),
    urgency: 'TODAY',
    metric: 'shebao_job_failing',
    above: 0,
    of: 'OFFICE',
  },
  {
    ...says('FailuresRising'),
    urgency: 'NOW',
    metric: 'shebao_failures_recent',
    above: 4,
    of: 'PROCESS',
  },
  {
    ...says('EventLoopLate'),
    urgency: 'TODAY',
    metric: 'nodejs_eventloop_lag_p99_seconds',
    above: 1,
    of: 'PROCESS',
  },
  {
    ...says('ConnectionsShort'),
    urgency: 'TODAY',
    metric: 'shebao_database_connections',
    labels: { state: 'waiting' },
    above: 10,
    of: 'PROCESS',
  },
  {
    ...says('StandbyAway'),
    urgency: 'NOW',
    metric: 'shebao_replication_slot_active',
    below: 1,
    of: 'OFFICE',
  },
  {
    ...says('StandbyBehind'),
    urgency: 'TODAY',
    metric: 'shebao_standby_behind_bytes',
    above: 256 * mebibyte,
    of: 'OFFICE',
  },
  {
    ...says('StandbyLate'),
    urgency: 'TODAY',
    metric: 'shebao_standby_late_seconds',
    above: 60,
    of: 'OFFICE',
  },
  {
    ...says('DiskNearlyFull'),
    urgency: 'NOW',
    metric: 'shebao_disk_free_ratio',
    below: 0.1,
    of: 'PROCESS',
  },
  {
    ...says('BackupFailed'),
    urgency: 'NOW',
    metric: 'shebao_backup_failed',
    above: 0,
    of: 'PROCESS',
  },
  {
    ...says('BackupTooOld'),
    urgency: 'TODAY',
    metric: 'shebao_backup_age_seconds',
    above: 2 * day,
    of: 'OFFICE',
  },
  {
    ...says('CertificateEnds'),
    urgency: 'TODAY',
    metric: 'shebao_certificate_days',
    below: 21,
    of: 'OFFICE',
  },
  {
    ...says('CalendarMissing'),
    urgency: 'NOW',
    ...check('calendar'),
  },
  {
    ...says('CalendarOfNextYearMissing'),
    urgency: 'TODAY',
    ...check('calendarOfNextYear'),
  },
  {
    ...says('ParametersMissing'),
    urgency: 'NOW',
    ...check('parameters'),
  },
  {
    ...says('NoticesUnsent'),
    urgency: 'TODAY',
    metric: 'shebao_notification_oldest_seconds',
    above: 2 * hour,
    of: 'OFFICE',
  },
  {
    ...says('BankLinesUnmatched'),
    urgency: 'TODAY',
    metric: 'shebao_bank_line_oldest_seconds',
    above: 3 * day,
    of: 'OFFICE',
  },
  {
    ...says('PaymentsUnknown'),
    urgency: 'TODAY',
    metric: 'shebao_payment_unknown_oldest_seconds',
    above: hour,
    of: 'OFFICE',
  },
  {
    ...says('BillingRunStopped'),
    urgency: 'NOW',
    metric: 'shebao_billing_run_silent_seconds',
    above: 15 * 60,
    of: 'OFFICE',
  },
  {
    ...says('AuditChainBehind'),
    urgency: 'TODAY',
    metric: 'shebao_audit_unchained_seconds',
    above: 600,
    of: 'OFFICE',
  },
] as const satisfies readonly AlertRule[]
