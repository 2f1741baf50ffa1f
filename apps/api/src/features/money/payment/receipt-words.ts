import { definePaperWords } from '../../register/paper-template/index.ts'

export interface ReceiptWords {
  title: string
  subtitle: string
  number: string
  payer: string
  creditCode: string
  registrationNo: string
  receivedOn: string
  reference: string
  payee: string
  channel: string
  channels: Record<string, string>
  /** Notice, month, insurance, employee, employer, together. */
  headers: readonly string[]
  lateFee: string
  sum: string
  settled: string
  creditUsed: string
  kept: string
  received: string
  noteReceipt: string
  noteOrder: string
  noteKept: string
}

export const receiptWords = definePaperWords<ReceiptWords>('PAYMENT_RECEIPT', {
  'zh-CN': {
    title: '社会保险费收款凭证',
    subtitle: '凭证号 {number}',
    number: '凭证号',
    payer: '缴费单位',
    creditCode: '统一社会信用代码',
    registrationNo: '社会保险登记号',
    receivedOn: '收款日期',
    reference: '银行流水号',
    payee: '收款账户',
    channel: '缴款方式',
    channels: { E_BANK: '网上银行', AGREEMENT_DEBIT: '委托扣款', BANK_TRANSFER: '银行汇款' },
    headers: ['通知单号', '费款所属期', '险种', '个人缴纳', '单位缴纳', '小计'],
    lateFee: '滞纳金',
    sum: '合计',
    settled: '清偿欠费',
    creditUsed: '其中动用原有余款',
    kept: '转入单位余款',
    received: '收款金额',
    noteReceipt:
      '上述款项已于 {date} 收到，按上表入账。本凭证只证明收款；某张通知单是否缴清，以该通知单的电子缴费凭证为准。',
    noteOrder: '清偿次序：先所属期早者；同期先个人部分、再单位部分、后滞纳金。',
    noteKept: '转入余款的部分没有欠费可抵，用于缴纳之后的通知单。',
  },
  en: {
    title: 'Receipt for a social insurance payment',
    subtitle: 'No. {number}',
    number: 'Receipt number',
    payer: 'Payer',
    creditCode: 'Unified social credit code',
    registrationNo: 'Registration number',
    receivedOn: 'Received on',
    reference: 'Bank reference',
    payee: 'Payee account',
    channel: 'Channel',
    channels: { E_BANK: 'Online banking', AGREEMENT_DEBIT: 'Direct debit', BANK_TRANSFER: 'Bank transfer' },
    headers: ['Notice', 'Month', 'Insurance', 'Employees', 'Employer', 'Together'],
    lateFee: 'Late fee',
    sum: 'Total',
    settled: 'Debts settled',
    creditUsed: 'Less credit from before, used with it',
    kept: 'Kept as credit',
    received: 'Amount received',
    noteReceipt:
      'The amount was received on {date} and booked as above. This receipt is for the money alone; that a notice is settled is said by its own voucher.',
    noteOrder:
      'Debts are settled in this order: the oldest month first; within it the employee share, the employer share, then the late fee.',
    noteKept: 'What no debt took stays to the payer’s credit and pays the next notice.',
  },
})
