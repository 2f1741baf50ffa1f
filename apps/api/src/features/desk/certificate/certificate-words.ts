import { definePaperWords } from '../../register/paper-template/index.ts'

export interface CertificateWords {
  titles: Record<'UNIT' | 'PERSON', string>
  subtitle: string
  number: string
  name: string
  idNumber: string
  unit: string
  creditCode: string
  registrationNo: string
  range: string
  asOf: string
  monthsPaid: string
  monthsOf: string
  headersOfPerson: readonly string[]
  headersOfUnit: readonly string[]
  lateFee: string
  paidEmployer: string
  paidPersonal: string
  charged: string
  paid: string
  unpaid: string
  owed: string
  total: string
  totalPaid: string
  noDebt: string
  debt: string
  gaps: string
  noGaps: string
  noteKinds: string
  noteAsOf: string
  status: Record<string, string>
  kind: Record<string, string>
}

export const certificateWords = definePaperWords<CertificateWords>('PAYMENT_CERTIFICATE', {
  'zh-CN': {
    titles: { UNIT: '单位社会保险缴费证明', PERSON: '个人社会保险缴费证明' },
    subtitle: '编号 {number}',
    number: '证明编号',
    name: '姓名',
    idNumber: '证件号码',
    unit: '单位名称',
    creditCode: '统一社会信用代码',
    registrationNo: '社会保险登记号',
    range: '证明期间',
    asOf: '数据截至',
    monthsPaid: '已缴月数',
    monthsOf: '{months} 个月',
    headersOfPerson: ['所属期', '缴费单位', '险种', '缴费基数', '单位缴纳', '个人缴纳', '状态', '到账日期'],
    headersOfUnit: ['所属期', '险种', '人数', '基数合计', '单位缴纳', '个人缴纳', '状态', '到账日期'],
    lateFee: '滞纳金',
    paidEmployer: '已缴（单位部分）',
    paidPersonal: '已缴（个人部分）',
    charged: '期间应缴（含滞纳金）',
    paid: '期间已缴',
    unpaid: '未缴',
    owed: '截至当日欠费',
    total: '合计',
    totalPaid: '已缴合计',
    noDebt: '截至 {date}，该单位无欠缴社会保险费。',
    debt: '截至 {date}，该单位欠缴社会保险费（含滞纳金）{amount} 元。',
    gaps: '期间内无缴费记录的月份：{months}。',
    noGaps: '期间内各月均有缴费记录。',
    noteKinds: '同一月份有多个单位或多笔记录的，缴费月数只计一次。补差、退费各列一行，退费以负数列示。',
    noteAsOf: '本证明按截至 {date} 的账簿记载出具，之后的变动以重新出具的证明为准。金额单位：元。',
    status: {
      PAID: '已缴',
      UNPAID: '未缴',
      DEFERRED: '缓缴',
      BACK_PAID: '已补缴',
      REFUNDED: '已退费',
      SENT_TO_BANK: '付款中',
      PARTIALLY_PAID: '部分缴纳',
      POSTED: '已缴',
      RECONCILED: '已缴',
      WRITTEN_OFF: '已核销',
    },
    kind: { DIFFERENCE: '补差', BACK_PAYMENT: '补缴', REFUND: '退费', DEEMED: '核定' },
  },
  en: {
    titles: { UNIT: 'Certificate of an employer’s payments', PERSON: 'Certificate of a person’s payments' },
    subtitle: 'No. {number}',
    number: 'Certificate number',
    name: 'Name',
    idNumber: 'ID number',
    unit: 'Employer',
    creditCode: 'Unified social credit code',
    registrationNo: 'Registration number',
    range: 'Months',
    asOf: 'As of',
    monthsPaid: 'Months paid',
    monthsOf: '{months}',
    headersOfPerson: ['Month', 'Employer', 'Insurance', 'Base', 'Employer', 'Employee', 'Status', 'Posted on'],
    headersOfUnit: ['Month', 'Insurance', 'People', 'Sum of bases', 'Employer', 'Employees', 'Status', 'Posted on'],
    lateFee: 'Late fee',
    paidEmployer: 'Paid, employer share',
    paidPersonal: 'Paid, employee share',
    charged: 'Charged for these months, with late fees',
    paid: 'Paid for these months',
    unpaid: 'Not paid',
    owed: 'Owed on that day',
    total: 'Total',
    totalPaid: 'Paid in all',
    noDebt: 'On {date} the employer owes no social insurance premiums.',
    debt: 'On {date} the employer owes {amount} yuan of social insurance premiums and late fees.',
    gaps: 'Months without a record: {months}.',
    noGaps: 'Every month has a record.',
    noteKinds:
      'A month with several employers or lines counts once. Differences and refunds are lines of their own, refunds with a minus.',
    noteAsOf: 'From the books as of {date}. For what changes later, ask for a new certificate. Amounts in yuan.',
    status: {
      PAID: 'Paid',
      UNPAID: 'Not paid',
      DEFERRED: 'Deferred',
      BACK_PAID: 'Paid back',
      REFUNDED: 'Refunded',
      SENT_TO_BANK: 'Being paid',
      PARTIALLY_PAID: 'Paid in part',
      POSTED: 'Paid',
      RECONCILED: 'Paid',
      WRITTEN_OFF: 'Written off',
    },
    kind: { DIFFERENCE: 'difference', BACK_PAYMENT: 'back payment', REFUND: 'refund', DEEMED: 'assessed' },
  },
})
