import { defineMessages } from '../../../shared/lib/messages.ts'
import type { AuditRecordType } from './audit.generated.ts'

/** What it was done to. */
export const recordWords = defineMessages(
  {
    BillingRun: '批量开单',
    CalendarYear: '工作日历',
    BackPayment: '补缴',
    Statement: '对账单',
    ReconciliationItem: '对账事项',
    ReconciliationDay: '对账日',
    PolicyProposal: '参数方案',
    Session: '登录会话',
    Account: '账户',
    Declaration: '年检申报',
    Document: '文书',
    Payment: '缴费',
    CardPasswordReset: '社保卡密码重置',
    BankNotification: '银行通知',
    Refund: '退费',
    WriteOff: '核销',
    DebitAgreement: '扣款协议',
  } satisfies Record<AuditRecordType, string>,
  {
    BillingRun: 'Billing run',
    CalendarYear: 'Working-day calendar',
    BackPayment: 'Back payment',
    Statement: 'Statement',
    ReconciliationItem: 'Reconciliation item',
    ReconciliationDay: 'Reconciliation day',
    PolicyProposal: 'Parameter proposal',
    Session: 'Session',
    Account: 'Account',
    Declaration: 'Annual inspection',
    Document: 'Document',
    Payment: 'Payment',
    CardPasswordReset: 'Card password reset',
    BankNotification: 'Bank notification',
    Refund: 'Refund',
    WriteOff: 'Write-off',
    DebitAgreement: 'Debit agreement',
  },
)
