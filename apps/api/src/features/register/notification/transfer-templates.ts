import type { TransferEventName } from '../../../telling/transfer-event-codes.ts'
import type { Template } from './template.ts'

// What happened to somebody's transfer between regions: the sentence of each step in both languages, and what is theirs to do.

type Said = Readonly<Record<TransferEventName, readonly [title: string, what: string]>>

const undoneZh = ['转移资金登记已撤销', '资金登记有误，已撤销，经办机构将重新办理，您不需要做什么。'] as const
const zh: Said = {
  ISSUE_VOUCHER: ['参保缴费凭证已开具', '请下载或打印凭证，交给新参保地的社保经办机构办理转入。'],
  RECORD_ACCEPTANCE: ['转入地已同意接收', '本机构接下来向转入地划转资金，您不需要做什么。'],
  CONFIRM_SENT: ['社保关系已转出', '资金已划转，转移的月份从现在起由转入地计算。'],
  TAKE_OVER: ['转入申请已受理', '已向转出地发出联系函，等待信息表和资金，您不需要做什么。'],
  RECORD_INFORMATION: ['已收到转出地信息表', '等待转出地划转资金。请登录核对转入的月份。'],
  CONFIRM_RECEIVED: ['转入的月份已计入', '资金已到账，转入的月份已计入您的缴费年限。'],
  UNDO_SENT: undoneZh,
  UNDO_RECEIVED: undoneZh,
  PAY_BACK: ['重复月份的个人账户部分已退还', '与本地重复的月份只计一次，对应的个人账户部分已退给您。'],
  CLOSE: ['转移接续已办结', '您的社会保险关系转移接续已办结。'],
  REFUSE: ['转移接续未予办理', '请登录查看原因和需要补办的事项。'],
  WITHDRAW: ['转移接续已撤回', '申请已撤回，需要时可以重新申请。'],
}

const undoneEn = [
  'An entry of money was undone',
  'It was wrong; the office enters it anew, and you need do nothing.',
] as const
const en: Said = {
  ISSUE_VOUCHER: ['Your voucher was issued', 'Save or print it and hand it in where you are insured next.'],
  RECORD_ACCEPTANCE: ['The other region accepted you', 'The office sends the funds next; you need do nothing.'],
  CONFIRM_SENT: [
    'Your insurance has moved',
    'The funds were sent. The months that moved count in the other region from now on.',
  ],
  TAKE_OVER: [
    'Your transfer was accepted',
    'The office wrote to the other region and waits for it; you need do nothing.',
  ],
  RECORD_INFORMATION: [
    'The other region sent its information',
    'The funds are still to come. Sign in to check the months.',
  ],
  CONFIRM_RECEIVED: ['The months you brought count', 'The funds arrived, and the months count in your record.'],
  UNDO_SENT: undoneEn,
  UNDO_RECEIVED: undoneEn,
  PAY_BACK: [
    'Money for doubled months was paid back',
    'Months you had here already count once; their part of the account was paid to you.',
  ],
  CLOSE: ['Your transfer is complete', 'The office has closed it.'],
  REFUSE: ['Your transfer was refused', 'Sign in to read why, and what to do.'],
  WITHDRAW: ['Your transfer was withdrawn', 'You may apply again at any time.'],
}

export const transferEvent: Template<'TRANSFER_EVENT'> = {
  path: ({ id }) => `/me/transfers/${id}`,
  'zh-CN': ({ event, number }) => {
    const [title, what] = zh[event]
    return { title, body: `${what}（编号 ${number}）`, sms: `${title}（${number}），请登录查看。` }
  },
  en: ({ event, number }) => {
    const [title, what] = en[event]
    return { title, body: `${what} No. ${number}.`, sms: `${title} (${number}). Sign in to read more.` }
  },
}
