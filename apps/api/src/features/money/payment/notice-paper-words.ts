import { definePaperWords } from '../../register/paper-template/index.ts'

export type PaperKind = 'NOTICE' | 'VOUCHER'

export interface NoticePaperWords {
  titles: Record<PaperKind, string>
  subtitle: string
  headers: readonly [string, string, string, string, string, string]
  sum: string
  number: string
  unit: string
  creditCode: string
  registrationNo: string
  period: string
  people: string
  issuedOn: string
  dueOn: string
  payee: string
  channel: string
  eBank: string
  debit: string
  transfer: string
  separator: string
  noteTransfer: string
  paidOn: string
  reference: string
  principal: string
  lateFee: string
  total: string
  noteMaternity: string
  noteUnpaid: string
  noteDeemed: string
  noteAsOf: string
  notePaid: string
}

export const paperWords = definePaperWords<NoticePaperWords>('PAYMENT_PAPER', {
  'zh-CN': {
    titles: { NOTICE: '社会保险费缴费通知单', VOUCHER: '社会保险费电子缴费凭证' },
    subtitle: '单号 {number}',
    headers: ['险种', '人数', '缴费基数合计', '单位缴纳', '个人缴纳', '小计'],
    sum: '合计',
    number: '单号',
    unit: '缴费单位',
    creditCode: '统一社会信用代码',
    registrationNo: '社会保险登记号',
    period: '费款所属期',
    people: '缴费人数',
    issuedOn: '开具日期',
    dueOn: '缴款期限',
    payee: '收款账户',
    channel: '缴款方式',
    eBank: '网上银行',
    debit: '委托扣款（已签约，到期自动扣款）',
    transfer: '银行汇款',
    separator: '、',
    noteTransfer: '以银行汇款缴纳的，附言须写明通知单号 {number}，款项据此认领。',
    paidOn: '到账日期',
    reference: '银行流水号',
    principal: '应缴本金',
    lateFee: '滞纳金',
    total: '合计金额',
    noteMaternity: '生育保险已并入医疗保险征收。',
    noteUnpaid: '请于缴款期限前以货币足额缴纳。逾期自次日起按日加收万分之五的滞纳金（《社会保险法》第八十六条）。',
    noteDeemed:
      '本月未按规定申报，按 {period} 申报应缴额的 110% 核定（《社会保险法》第六十二条、《社会保险费征缴暂行条例》第十条）。补办申报后据实结算。',
    noteAsOf: '滞纳金计算至 {date}。',
    notePaid: '上述款项已于 {date} 到账并记入每名职工的缴费记录。',
  },
  en: {
    titles: { NOTICE: 'Social insurance payment notice', VOUCHER: 'Social insurance payment voucher' },
    subtitle: 'No. {number}',
    headers: ['Insurance', 'People', 'Sum of bases', 'Employer', 'Employees', 'Together'],
    sum: 'Total',
    number: 'Number',
    unit: 'Employer',
    creditCode: 'Unified social credit code',
    registrationNo: 'Registration number',
    period: 'Contribution month',
    people: 'People',
    issuedOn: 'Issued on',
    dueOn: 'Due on',
    payee: 'Payee account',
    channel: 'Channel',
    eBank: 'Online banking',
    debit: 'direct debit (signed; drawn on the due date)',
    transfer: 'bank transfer',
    separator: ', ',
    noteTransfer: 'A bank transfer must carry the notice number {number} as its remittance text.',
    paidOn: 'Posted on',
    reference: 'Bank reference',
    principal: 'Premiums',
    lateFee: 'Late fee',
    total: 'Total amount',
    noteMaternity: 'Maternity is collected together with medical.',
    noteUnpaid:
      'Pay in money and in full by the due date. After it a late fee of 0.05% a day is added (Social Insurance Law, article 86).',
    noteDeemed:
      'The month was not declared: it costs 110% of what was declared for {period} (Social Insurance Law, article 62; Regulation 259, article 10) until it is.',
    noteAsOf: 'Late fee as of {date}.',
    notePaid: 'The amount above was posted on {date} and stands on the record of every employee.',
  },
})
