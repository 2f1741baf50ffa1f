import { words } from './trail-words/words.ts'

// What each alert of the product says, to whoever watches it and on the page of the administrators (docs/operations.md, Alerts).

export const alertMeanings = words(
  {
    DatabaseAway: '数据库没有应答。',
    DatabaseFull: '数据库磁盘已满，申报和缴费被拒绝。',
    JobsStopped: '定时任务已停十分钟以上。',
    JobFailing: '有定时任务最近一次执行失败。',
    FailuresRising: '十分钟内有五次以上请求因系统自身原因失败。',
    EventLoopLate: '服务进程繁忙，应答迟缓。',
    ConnectionsShort: '数据库连接不足，请求在排队。',
    StandbyAway: '有备用数据库已断开。',
    StandbyBehind: '备用数据库落后超过 256 MB。',
    StandbyLate: '备用数据库落后一分钟以上。',
    DiskNearlyFull: '磁盘可用空间不足十分之一。',
    BackupFailed: '最近一次备份失败。',
    BackupTooOld: '两天以上没有完成备份。',
    CertificateEnds: '公开网址的证书将在三周内到期。',
    CalendarMissing: '本年工作日历未发布，无法计算应缴期限。',
    CalendarOfNextYearMissing: '下一年工作日历尚未发布。',
    ParametersMissing: '本月缴费参数未发布，无法出账。',
    NoticesUnsent: '有短信或邮件两小时以上未能发出。',
    BankLinesUnmatched: '有银行流水三天以上未对上。',
    PaymentsUnknown: '有缴费一小时以上未得到银行答复。',
    BillingRunStopped: '批量出账十五分钟以上没有进展。',
    AuditChainBehind: '审计日志有十分钟以上未入链的记录。',
  },
  {
    DatabaseAway: 'The database does not answer.',
    DatabaseFull: 'The disk of the database is full: what is handed in is refused.',
    JobsStopped: 'No job has run for more than ten minutes.',
    JobFailing: 'A job failed when it last ran.',
    FailuresRising: 'Within ten minutes five requests or more failed on the server’s side.',
    EventLoopLate: 'The process is so busy that answers wait.',
    ConnectionsShort: 'Requests wait for a connection to the database.',
    StandbyAway: 'A standby of the database is not connected.',
    StandbyBehind: 'A standby of the database is more than 256 MB behind.',
    StandbyLate: 'A standby of the database is more than a minute behind.',
    DiskNearlyFull: 'Less than a tenth of a disk is free.',
    BackupFailed: 'The last backup failed.',
    BackupTooOld: 'No backup has been made for two days.',
    CertificateEnds: 'The certificate of the public address ends within three weeks.',
    CalendarMissing: 'The working days of this year are not published: nothing can be billed.',
    CalendarOfNextYearMissing: 'The working days of next year are not published yet.',
    ParametersMissing: 'The parameters of this month are not published: nothing can be billed.',
    NoticesUnsent: 'A text message or e-mail has been waiting for two hours.',
    BankLinesUnmatched: 'A line of a bank statement has been unmatched for three days.',
    PaymentsUnknown: 'The bank has not said for an hour what became of a payment.',
    BillingRunStopped: 'A billing run has not gone on for fifteen minutes.',
    AuditChainBehind: 'Entries of the audit trail have not been chained for ten minutes.',
  },
)

/** What to do about it. */
export const alertRemedies = words(
  {
    DatabaseAway:
      '查看数据库自身的日志、磁盘和网络；集群用 patronictl list。已受理的不会丢失，未受理的由本人重新提交。',
    DatabaseFull:
      '立即为数据库腾出空间：旧备份、未被领取的复制槽保留的日志，或扩容。查询照常；被拒绝的没有保存，由本人重新提交。',
    JobsStopped: '查看各服务进程的 /readyz 和日志，重启执行任务的进程。积压的出账、提醒会自动补做。',
    JobFailing: '任务名见上。查看日志中的 a job failed；下一次到点会重试，不会因此丢失数据。',
    FailuresRising: '查看日志中的 a request failed，按参考编号核对。若在升级之后出现，恢复升级前的备份。',
    EventLoopLate: '进程计算过多（大文件、批量打印）。增加服务进程，或在日志中按耗时查找原因。',
    ConnectionsShort: '查找耗时的数据库语句，或调大 SHEBAO_POOL_SIZE；数据库的连接上限须容得下全部进程。',
    StandbyAway:
      '槽名见上。查看该备用机是否运行、网络是否通畅；它缺席期间主库保留日志，磁盘会持续增长。已停用的备用机应删除其复制槽。',
    StandbyBehind: '查看备用机的磁盘和网络。落后的备用机不再承担查询；此时切换主库会丢失或等待其未收到的部分。',
    StandbyLate: '查看备用机上耗时的查询和磁盘；可用 patronictl list 核对延迟。',
    DiskNearlyFull: '目录见上。清理旧备份、日志，或扩容。磁盘写满后不能申报，已受理的不会丢失。',
    BackupFailed: '查看 shebao backup 的输出：目录、pg_dump 版本。现在手动备份一次。',
    BackupTooOld: '执行 shebao backup 并检查定时设置。用其他方式备份的，设置 SHEBAO_BACKUP_ELSEWHERE=yes。',
    CertificateEnds: '在反向代理上更新证书。',
    CalendarMissing: '由两人在“工作日历”中发布本年工作日。发布前不能出具有期限的文书。',
    CalendarOfNextYearMissing: '国务院秋季公布放假安排后，由两人在“工作日历”中发布。',
    ParametersMissing: '由两人在“缴费政策参数”中发布本月参数。',
    NoticesUnsent: '“发送记录”写明渠道和原因：邮件服务器或短信网关不通，或密码已更换。',
    BankLinesUnmatched: '在“日终对账”中打开最早的未结日期，逐笔认领、退回或挂账。',
    PaymentsUnknown: '银行未应答。系统每隔几分钟查询一次，以当日对账单为准；不会重复扣款。',
    BillingRunStopped: '该次出账的页面载明进度；下一次任务会从中断处继续。仍不继续的，检查定时任务。',
    AuditChainBehind: '检查任务 chain-audit-trail，再在“审计日志”中校验完整性。',
  },
  {
    DatabaseAway:
      'Look at the database’s own log, its disk and the network to it; in a cluster, patronictl list. What was acknowledged is kept; people send the rest again.',
    DatabaseFull:
      'Make room at the database now: old backups, log that is kept for a slot nobody comes for, or a larger disk. Reading goes on; what was refused was not kept, and people send it again.',
    JobsStopped:
      'Look at /readyz and the log of each process, and restart the one that runs jobs. Bills and reminders wait meanwhile and are made up for.',
    JobFailing:
      'The job is named above. The log says "a job failed" with why; it is tried again with its next turn, and nothing is lost by that.',
    FailuresRising:
      'Look in the log for "a request failed", with the reference number that people were shown. After an upgrade: go back by restoring its backup.',
    EventLoopLate:
      'One process computes too much: large files, many papers. Add a process, or see in the log what took long.',
    ConnectionsShort:
      'Find the statements that take long, or raise SHEBAO_POOL_SIZE; the server’s limit of connections must hold all processes.',
    StandbyAway:
      'The slot is named above. See whether that machine runs and reaches the primary: meanwhile the primary keeps its log for it, and its disk fills. Drop the slot of a standby that is gone for good.',
    StandbyBehind:
      'Look at the standby’s disk and network. It is given no reads meanwhile, and must not become the primary.',
    StandbyLate: 'Look for long statements on the standby, and at its disk; patronictl list shows the lag.',
    DiskNearlyFull:
      'The folder is named above. Old backups, logs, attached files; or a larger disk. A full disk stops filing; nothing that was acknowledged is lost by it.',
    BackupFailed: 'Read what "shebao backup" printed: the folder, the version of pg_dump. Make one by hand now.',
    BackupTooOld:
      'Run "shebao backup" and look at its timer. Where backups are made by other means, set SHEBAO_BACKUP_ELSEWHERE=yes.',
    CertificateEnds: 'Renew the certificate at the proxy.',
    CalendarMissing:
      'Two people publish this year’s working days at "Working days". Until then nothing that has a due date is issued.',
    CalendarOfNextYearMissing:
      'The State Council announces the holidays in autumn; two people then publish them at "Working days".',
    ParametersMissing: 'Two people publish the month’s parameters at "Policy parameters".',
    NoticesUnsent:
      '"Delivery log" says by which channel and why: the mail server or gateway is away, or its password was changed.',
    BankLinesUnmatched:
      'Open the oldest day that is not closed at "Reconciliation"; assign each line, send it back, or set it aside.',
    PaymentsUnknown:
      'The bank does not answer. It is asked every few minutes, and the statement of the day decides; nobody pays twice.',
    BillingRunStopped:
      'The page of the run says how far it came; the next turn of the job goes on from there. Where it does not, look at the jobs.',
    AuditChainBehind: 'Look at the job chain-audit-trail, then check the chain at "Audit trail".',
  },
)
