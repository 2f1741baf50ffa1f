import type { Language } from '@shebao/kernel'

/** What callers call about, in the order of a call; for each there is something an agent says. */
export const scriptMatters = [
  'IDENTITY_CHECK',
  'ACTIVATE',
  'REPORT_LOSS',
  'WITHDRAW_LOSS',
  'CARD_AT_WINDOW',
  'PASSWORD',
  'BANK_ACCOUNT',
  'PAYMENT_RECORD',
  'UNPAID_MONTH',
  'TRANSFER',
  'BENEFIT',
  'EMPLOYER_REPORT',
  'COMPLAINT',
  'CALL_BACK',
  'CLOSING',
] as const
export type ScriptMatter = (typeof scriptMatters)[number]

export const scriptMatterNames: Readonly<Record<Language, Readonly<Record<ScriptMatter, string>>>> = {
  'zh-CN': {
    IDENTITY_CHECK: '身份核验',
    ACTIVATE: '启用社保卡',
    REPORT_LOSS: '口头挂失',
    WITHDRAW_LOSS: '撤销口头挂失',
    CARD_AT_WINDOW: '须到窗口办的卡业务',
    PASSWORD: '社保卡密码',
    BANK_ACCOUNT: '银行账户和银行密码',
    PAYMENT_RECORD: '缴费记录',
    UNPAID_MONTH: '某个月未缴',
    TRANSFER: '关系转移',
    BENEFIT: '待遇和退休',
    EMPLOYER_REPORT: '举报单位',
    COMPLAINT: '对服务不满意',
    CALL_BACK: '代录咨询、登记回电',
    CLOSING: '结束通话',
  },
  en: {
    IDENTITY_CHECK: 'Who is calling',
    ACTIVATE: 'Activating a card',
    REPORT_LOSS: 'Reporting a card lost',
    WITHDRAW_LOSS: 'Withdrawing a report of loss',
    CARD_AT_WINDOW: 'The card, at a window',
    PASSWORD: 'The card’s password',
    BANK_ACCOUNT: 'The bank’s account and password',
    PAYMENT_RECORD: 'What was paid',
    UNPAID_MONTH: 'A month that is unpaid',
    TRANSFER: 'Moving between regions',
    BENEFIT: 'Benefits and retirement',
    EMPLOYER_REPORT: 'Reporting an employer',
    COMPLAINT: 'Not content with the service',
    CALL_BACK: 'A question in writing, a call back',
    CLOSING: 'Ending the call',
  },
}
