import type { Language } from '@shebao/kernel'

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
const check = (name: string) =>
  ({ metric: 'shebao_check_ok', labels: { check: name }, below: 1, of: 'OFFICE' }) as const

/**
 * The one list: the server holds it against its own metrics (`/alerts`, `shebao alerts`), and deploy/prometheus/alerts.yml is printed from
 * it. What to do stands under each name in docs/operations.md. Limits are [PD].
 */
export const alertRules = [
  {
    name: 'DatabaseAway',
    urgency: 'NOW',
    metric: 'shebao_database_ready',
    below: 1,
    of: 'PROCESS',
    words: { 'zh-CN': '数据库没有应答。', en: 'The database does not answer.' },
  },
  {
    name: 'JobsStopped',
    urgency: 'NOW',
    ...check('jobs'),
    words: { 'zh-CN': '定时任务已停十分钟以上。', en: 'No job has run for more than ten minutes.' },
  },
  {
    name: 'JobFailing',
    urgency: 'TODAY',
    metric: 'shebao_job_failing',
    above: 0,
    of: 'OFFICE',
    words: { 'zh-CN': '有定时任务最近一次执行失败。', en: 'A job failed when it last ran.' },
  },
  {
    name: 'FailuresRising',
    urgency: 'NOW',
    metric: 'shebao_failures_recent',
    above: 4,
    of: 'PROCESS',
    words: {
      'zh-CN': '十分钟内有五次以上请求因系统自身原因失败。',
      en: 'Within ten minutes five requests or more failed on the server’s side.',
    },
  },
  {
    name: 'EventLoopLate',
    urgency: 'TODAY',
    metric: 'nodejs_eventloop_lag_p99_seconds',
    above: 1,
    of: 'PROCESS',
    words: { 'zh-CN': '服务进程繁忙，应答迟缓。', en: 'The process is so busy that answers wait.' },
  },
  {
    name: 'ConnectionsShort',
    urgency: 'TODAY',
    metric: 'shebao_database_connections',
    labels: { state: 'waiting' },
    above: 10,
    of: 'PROCESS',
    words: {
      'zh-CN': '数据库连接不足，请求在排队。',
      en: 'Requests wait for a connection to the database.',
    },
  },
  {
    name: 'DiskNearlyFull',
    urgency: 'NOW',
    metric: 'shebao_disk_free_ratio',
    below: 0.1,
    of: 'PROCESS',
    words: { 'zh-CN': '磁盘可用空间不足十分之一。', en: 'Less than a tenth of a disk is free.' },
  },
  {
    name: 'BackupFailed',
    urgency: 'NOW',
    metric: 'shebao_backup_failed',
    above: 0,
    of: 'PROCESS',
    words: { 'zh-CN': '最近一次备份失败。', en: 'The last backup failed.' },
  },
  {
    name: 'BackupTooOld',
    urgency: 'TODAY',
    metric: 'shebao_backup_age_seconds',
    above: 2 * day,
    of: 'OFFICE',
    words: { 'zh-CN': '两天以上没有完成备份。', en: 'No backup has been made for two days.' },
  },
  {
    name: 'CertificateEnds',
    urgency: 'TODAY',
    metric: 'shebao_certificate_days',
    below: 21,
    of: 'OFFICE',
    words: {
      'zh-CN': '公开网址的证书将在三周内到期。',
      en: 'The certificate of the public address ends within three weeks.',
    },
  },
  {
    name: 'CalendarMissing',
    urgency: 'NOW',
    ...check('calendar'),
    words: {
      'zh-CN': '本年工作日历未发布，无法计算应缴期限。',
      en: 'The working days of this year are not published: nothing can be billed.',
    },
  },
  {
    name: 'CalendarOfNextYearMissing',
    urgency: 'TODAY',
    ...check('calendarOfNextYear'),
    words: { 'zh-CN': '下一年工作日历尚未发布。', en: 'The working days of next year are not published yet.' },
  },
  {
    name: 'ParametersMissing',
    urgency: 'NOW',
    ...check('parameters'),
    words: {
      'zh-CN': '本月缴费参数未发布，无法出账。',
      en: 'The parameters of this month are not published: nothing can be billed.',
    },
  },
  {
    name: 'NoticesUnsent',
    urgency: 'TODAY',
    metric: 'shebao_notification_oldest_seconds',
    above: 2 * hour,
    of: 'OFFICE',
    words: {
      'zh-CN': '有短信或邮件两小时以上未能发出。',
      en: 'A text message or e-mail has been waiting for two hours.',
    },
  },
  {
    name: 'BankLinesUnmatched',
    urgency: 'TODAY',
    metric: 'shebao_bank_line_oldest_seconds',
    above: 3 * day,
    of: 'OFFICE',
    words: {
      'zh-CN': '有银行流水三天以上未对上。',
      en: 'A line of a bank statement has been unmatched for three days.',
    },
  },
  {
    name: 'PaymentsUnknown',
    urgency: 'TODAY',
    metric: 'shebao_payment_unknown_oldest_seconds',
    above: hour,
    of: 'OFFICE',
    words: {
      'zh-CN': '有缴费一小时以上未得到银行答复。',
      en: 'The bank has not said for an hour what became of a payment.',
    },
  },
  {
    name: 'BillingRunStopped',
    urgency: 'NOW',
    metric: 'shebao_billing_run_silent_seconds',
    above: 15 * 60,
    of: 'OFFICE',
    words: { 'zh-CN': '批量出账十五分钟以上没有进展。', en: 'A billing run has not gone on for fifteen minutes.' },
  },
  {
    name: 'AuditChainBehind',
    urgency: 'TODAY',
    metric: 'shebao_audit_unchained_seconds',
    above: 600,
    of: 'OFFICE',
    words: {
      'zh-CN': '审计日志有十分钟以上未入链的记录。',
      en: 'Entries of the audit trail have not been chained for ten minutes.',
    },
  },
] as const satisfies readonly AlertRule[]
