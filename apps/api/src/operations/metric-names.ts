/** What the office's state is told by, each with its help and labels; the server's own figures are in platform/metrics.ts. */
export const officeMetrics = {
  shebao_check_ok: { help: '1 where a check of /readyz holds, else 0.', labels: ['check'] },
  shebao_job_failing: { help: '1 where the last run of a job failed, else 0.', labels: ['job'] },
  shebao_job_success_age_seconds: { help: 'Since a job last succeeded, within a day.', labels: ['job'] },
  shebao_declarations_waiting: { help: 'Declarations that were handed in and are not decided.', labels: [] },
  shebao_bills_unpaid: { help: 'Payment notices that nothing was paid on.', labels: [] },
  shebao_bills_overdue: { help: 'Payment notices that nothing was paid on and whose due date is over.', labels: [] },
  shebao_notifications_waiting: { help: 'Text messages and e-mails that are not sent.', labels: [] },
  shebao_notification_oldest_seconds: { help: 'Age of the oldest message that is not sent.', labels: [] },
  shebao_bank_lines_unmatched: { help: 'Lines of bank statements that nobody has settled.', labels: [] },
  shebao_bank_line_oldest_seconds: { help: 'Since the end of the day of the oldest such line.', labels: [] },
  shebao_reconciliation_days_open: { help: 'Days before today that are not closed.', labels: [] },
  shebao_statements_held: { help: 'Statements that are not whole or wait for their release.', labels: [] },
  shebao_payments_unknown: { help: 'Payments of which the bank has not said what became of them.', labels: [] },
  shebao_payment_unknown_oldest_seconds: { help: 'Since the oldest such payment was begun.', labels: [] },
  shebao_billing_run_silent_seconds: { help: 'Since a billing run that is under way last went on.', labels: [] },
  shebao_audit_unchained: { help: 'Entries of the audit trail that are not chained yet.', labels: [] },
  shebao_audit_unchained_seconds: { help: 'Age of the oldest such entry.', labels: [] },
  shebao_audit_chain_position: { help: 'How many entries the chain has.', labels: [] },
  shebao_disk_free_ratio: {
    help: 'Free part of the disk under a folder of this process, from 0 to 1.',
    labels: ['folder'],
  },
  shebao_disk_free_bytes: { help: 'Free bytes of the disk under a folder of this process.', labels: ['folder'] },
  shebao_backup_age_seconds: {
    help: 'Since `shebao backup` was last done, else since the office was made.',
    labels: [],
  },
  shebao_backup_failed: { help: '1 where `shebao backup` failed when it was last tried, else 0.', labels: [] },
  shebao_certificate_days: { help: 'Days until the certificate of the public address ends.', labels: [] },
  shebao_standby_behind_bytes: {
    help: 'Log that a standby of the database has not replayed; told where this user may see it (pg_monitor).',
    labels: ['standby'],
  },
  shebao_standby_late_seconds: {
    help: 'How much later a standby shows what was committed; `reads` is the one that heavy reads go to.',
    labels: ['standby'],
  },
  shebao_replication_slot_active: {
    help: '1 while the standby that a slot was made for is connected, else 0.',
    labels: ['slot'],
  },
  shebao_database_connections: {
    help: 'Connections of this process, of its requests and of its thread for long lists, and what waits for one.',
    labels: ['pool', 'state'],
  },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>

export type OfficeMetric = keyof typeof officeMetrics

export interface Series {
  metric: OfficeMetric
  labels?: Readonly<Record<string, string>>
  value: number
}
