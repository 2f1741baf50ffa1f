import type { Behaviour } from './order.ts'
import type { OrderState } from '@shebao/bank-protocol'

export type CashierLanguage = 'zh-CN' | 'en'

export interface CashierWords {
  bank: string
  sandbox: string
  title: string
  payee: string
  payer: string
  notice: string
  period: string
  amount: string
  pay: string
  fail: string
  later: string
  other: string
  testLegend: string
  testNote: string
  behaviours: Record<Behaviour, string>
  settled: Record<Exclude<OrderState, 'OPEN'>, string>
  back: string
  unknownTitle: string
  unknownText: string
  rehearsal: string
}

export const cashierWords: Record<CashierLanguage, CashierWords> = {
  'zh-CN': {
    bank: '示范银行',
    sandbox: '演练收银台：不动用真实资金',
    title: '缴纳社会保险费',
    payee: '收款人',
    payer: '付款单位',
    notice: '缴费通知单号',
    period: '费款所属期',
    amount: '应付金额',
    pay: '确认付款',
    fail: '余额不足，付款失败',
    later: '稍后再付',
    other: 'English',
    testLegend: '演练选项：付款后银行怎样通知社保机构',
    testNote: '真实银行不会询问这些，仅供演练各种情形。',
    behaviours: {
      ONCE: '正常通知一次',
      TWICE: '同一通知发送两次',
      LATE: '延迟通知',
      OUT_OF_ORDER: '先前的失败通知晚于成功通知到达',
      WRONG_AMOUNT: '实付金额少一元',
      CONTRADICTORY: '先通知成功，后通知失败',
      SILENT: '不通知（由社保机构查询得知）',
    },
    settled: {
      PAID: '本单已付款，请勿重复支付。',
      FAILED: '本单付款失败，请返回后重新发起。',
      EXPIRED: '本单已过期，请返回后重新发起。',
    },
    back: '返回社保网上申报',
    unknownTitle: '没有这笔付款单',
    unknownText: '链接可能不完整，请返回社保网上申报重新发起付款。',
    rehearsal: '更多演练：汇款到账、对账文件差错',
  },
  en: {
    bank: 'Demonstration Bank',
    sandbox: 'Rehearsal cashier: no real money moves',
    title: 'Pay social-insurance premiums',
    payee: 'Payee',
    payer: 'Payer',
    notice: 'Payment notice',
    period: 'Contribution month',
    amount: 'Amount to pay',
    pay: 'Pay now',
    fail: 'Fail: insufficient funds',
    later: 'Pay later',
    other: '中文',
    testLegend: 'Rehearsal: how the bank tells the office afterwards',
    testNote: 'A real bank never asks this. It lets you rehearse what can happen.',
    behaviours: {
      ONCE: 'Notify once, as usual',
      TWICE: 'Send the same notification twice',
      LATE: 'Notify late',
      OUT_OF_ORDER: 'An earlier failure arrives after the success',
      WRONG_AMOUNT: 'Pay one yuan too little',
      CONTRADICTORY: 'Report success, then failure',
      SILENT: 'Do not notify (the office has to ask)',
    },
    settled: {
      PAID: 'This order has been paid. Do not pay again.',
      FAILED: 'This payment failed. Go back and start again.',
      EXPIRED: 'This order has expired. Go back and start again.',
    },
    back: 'Back to the filing service',
    unknownTitle: 'No such payment order',
    unknownText: 'The link may be incomplete. Go back to the filing service and start the payment again.',
    rehearsal: 'More rehearsals: a transfer arrives, files with mistakes',
  },
}
