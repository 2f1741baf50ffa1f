import type { Permission } from './permission-table.ts'

export type Noun = Permission extends `${infer Before}:${string}` ? Before : never

/** What a permission is about, in the glossary's terms. A noun of the table without words does not compile. */
export const nounWords: Readonly<Record<Noun, { en: string; zh: string }>> = {
  password: { en: 'Password', zh: '密码' },
  session: { en: 'Session', zh: '登录会话' },
  language: { en: 'Language', zh: '语言' },
  employer: { en: 'Employer, unit', zh: '用人单位' },
  'register-import': { en: 'Import of tables', zh: '批量导入' },
  register: { en: 'Register and its history', zh: '登记信息及变更记录' },
  calendar: { en: 'Working-day calendar', zh: '工作日历' },
  number: { en: 'Number printed by the office', zh: '机构印制的编号' },
  person: { en: 'Insured person', zh: '参保人' },
  record: { en: 'Record of an insured person', zh: '个人参保缴费记录' },
  certificate: { en: 'Payment certificate', zh: '缴费证明' },
  declaration: { en: 'Declaration', zh: '申报' },
  draft: { en: 'Draft of a declaration', zh: '申报草稿' },
  difference: { en: 'Difference of the comparison', zh: '名册比对差异' },
  review: { en: 'Review of a declaration', zh: '申报审核' },
  paper: { en: 'Stamped paper', zh: '盖章纸质材料' },
  'masked-value': { en: 'Masked value', zh: '脱敏信息' },
  notice: { en: 'Payment notice', zh: '缴费通知单' },
  premium: { en: 'Premium of a month', zh: '月度缴费' },
  payment: { en: 'Payment', zh: '缴款' },
  balance: { en: 'Balance of an employer', zh: '单位往来余额' },
  agreement: { en: 'Debit agreement', zh: '委托扣款协议' },
  'back-payment': { en: 'Back payment', zh: '补缴' },
  refund: { en: 'Refund', zh: '退费' },
  'write-off': { en: 'Write-off', zh: '核销' },
  'billing-run': { en: 'Billing run', zh: '批量核定' },
  parameter: { en: 'Parameter', zh: '政策参数' },
  proposal: { en: 'Proposal of parameters', zh: '参数方案' },
  reconciliation: { en: 'Reconciliation', zh: '日终对账' },
  statement: { en: 'Bank statement', zh: '银行对账单' },
  audit: { en: 'Audit trail', zh: '审计日志' },
  'card-password': { en: 'Card password', zh: '社保卡密码' },
}
