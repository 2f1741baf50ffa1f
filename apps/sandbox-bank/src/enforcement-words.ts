import type { CashierLanguage } from './cashier-words.ts'
import type { Manner } from './enforcement.ts'

export interface EnforcementWords {
  title: string
  lead: string
  newTitle: string
  manners: Record<Manner, string>
  mannerLegend: string
  account: string
  accountHint: string
  balance: string
  balanceHint: string
  keep: string
  requestsTitle: string
  none: string
  kinds: Record<'INQUIRY' | 'ALLOCATION', string>
  unit: string
  case: string
  issued: string
  states: Record<'OPEN' | 'ANSWERED' | 'WITHDRAWN', string>
  inquiryReply(account: string | null, balance: string, day: string): string
  allocationReply(amount: string, account: string, day: string): string
  more: string
  answer: string
  problem: string
  link: string
}

export const enforcementWords: Record<CashierLanguage, EnforcementWords> = {
  'zh-CN': {
    title: '存款账户查询与划拨',
    lead: '社保机构依照《社会保险法》第六十三条查询欠费单位账户、通知划拨。银行平时即时、全额答复；在此演练其他情形。',
    newTitle: '以后收到的查询和通知怎样答复',
    mannerLegend: '答复方式',
    manners: {
      AT_ONCE: '即时、一次答复',
      LATE: '迟延答复',
      IN_PART: '分次答复（两个账户，或先划拨一半）',
      TWICE: '同一答复发送两次',
      SILENT: '不主动答复，社保机构再次询问时才答复',
      REFUSE: '没有账户，或没有划拨',
      TOO_MUCH: '划拨金额比通知多一元',
      OTHER_ACCOUNT: '从通知以外的账户划拨',
      TOO_EARLY: '日期早于文书日期',
      OTHER_CASE: '案号不符',
      OTHER_CURRENCY: '以美元答复',
      BY_HAND: '暂不答复，由测试人员逐件答复',
    },
    account: '账号',
    accountHint: '不填：按单位名称自动产生',
    balance: '余额（元）',
    balanceHint: '不填：50,000.00，或此前答复的余额减去已划拨的金额',
    keep: '保存',
    requestsTitle: '收到的查询和通知',
    none: '还没有收到查询或划拨通知。',
    kinds: { INQUIRY: '账户查询', ALLOCATION: '划拨通知' },
    unit: '单位',
    case: '案号',
    issued: '文书日期',
    states: { OPEN: '未答复完毕', ANSWERED: '已答复', WITHDRAWN: '已撤回' },
    inquiryReply: (account, balance, day) =>
      account === null ? `${day} 答复：没有账户` : `${day} 答复：账户 ${account}，余额 ¥ ${balance}`,
    allocationReply: (amount, account, day) => `${day} 自账户 ${account} 划拨 ¥ ${amount}`,
    more: '，后续还有答复',
    answer: '答复',
    problem: '没有完成：请选择答复方式，余额填 0 至 9999999999.99 元，账号填 8 至 30 位数字。',
    link: '账户查询与划拨',
  },
  en: {
    title: 'Inquiries and draws on accounts',
    lead: 'Under Article 63 of the Social Insurance Law the office asks for accounts of units that owe, and has money drawn. The bank answers at once and in full; rehearse everything else here.',
    newTitle: 'How requests are answered from here on',
    mannerLegend: 'Manner of the answer',
    manners: {
      AT_ONCE: 'At once, in one answer',
      LATE: 'Late',
      IN_PART: 'In parts (two accounts, or half of the money first)',
      TWICE: 'The same answer twice',
      SILENT: 'Not by itself, only when the office asks again',
      REFUSE: 'No account, or nothing drawn',
      TOO_MUCH: 'One yuan more is drawn than the notice says',
      OTHER_ACCOUNT: 'Drawn on an account that the notice does not name',
      TOO_EARLY: 'A day before the letter',
      OTHER_CASE: 'Another case number',
      OTHER_CURRENCY: 'In US dollars',
      BY_HAND: 'Not yet: a tester answers each by hand',
    },
    account: 'Account',
    accountHint: 'Empty: made from the name of the unit',
    balance: 'Balance (yuan)',
    balanceHint: 'Empty: 50,000.00, or what was answered before less what was drawn',
    keep: 'Keep',
    requestsTitle: 'Requests that came',
    none: 'No inquiry and no notice has come yet.',
    kinds: { INQUIRY: 'Inquiry', ALLOCATION: 'Notice to draw' },
    unit: 'Unit',
    case: 'Case',
    issued: 'Date of the letter',
    states: { OPEN: 'not answered in full', ANSWERED: 'answered', WITHDRAWN: 'withdrawn' },
    inquiryReply: (account, balance, day) =>
      account === null ? `${day}: no account` : `${day}: account ${account}, balance ¥ ${balance}`,
    allocationReply: (amount, account, day) => `${day}: ¥ ${amount} drawn on account ${account}`,
    more: ', more follows',
    answer: 'Answer',
    problem:
      'Nothing was done: choose a manner, a balance from 0 to 9999999999.99 yuan and an account of 8 to 30 digits.',
    link: 'Inquiries and draws on accounts',
  },
}
