import type { CashierLanguage } from './cashier-words.ts'
import type { EntryFlawKind } from './flaw.ts'

export interface RehearsalWords {
  title: string
  transferTitle: string
  payer: string
  amount: string
  amountHint: string
  remittance: string
  remittanceHint: string
  transfer: string
  filesTitle: string
  filesNote: string
  noArrivals: string
  entry: string
  flaw: string
  flaws: Record<EntryFlawKind, string>
  spoil: string
  unknown: string
  unknownPayer: string
  unknownRemittance: string
  mend: string
  spoilt: string
  unknownSpoilt: string
  day: string
  problem: string
}

export const rehearsalWords: Record<CashierLanguage, RehearsalWords> = {
  'zh-CN': {
    title: '演练',
    transferTitle: '汇款到账',
    payer: '付款人名称',
    amount: '金额（元）',
    amountHint: '例如 3703.00',
    remittance: '附言',
    remittanceHint: '填写缴费通知单号或社会保险登记证号，社保机构据此认领款项',
    transfer: '使这笔汇款到账',
    filesTitle: '当日文件出差错',
    filesNote: '银行对账单和国库入库清单平时与实际到账一致。在此使其出现差错，演练对账。',
    noArrivals: '当日没有到账款项。',
    entry: '到账款项',
    flaw: '差错',
    flaws: {
      MISSING_IN_BANK: '银行对账单漏列这笔',
      AMOUNT: '银行对账单上多一元',
      TWICE: '银行对账单重复列两次',
      MISSING_IN_TREASURY: '国库入库清单漏列这笔',
    },
    spoil: '使文件出现此差错',
    unknown: '在银行对账单中加入一笔来历不明的款项',
    unknownPayer: '来历不明单位',
    unknownRemittance: '往来款',
    mend: '恢复当日文件',
    spoilt: '当日文件现有差错：',
    unknownSpoilt: '来历不明的款项',
    day: '日期',
    problem: '没有完成：请填写付款人、附言，以及 0.01 至 9999999999.99 元的金额。',
  },
  en: {
    title: 'Rehearsal',
    transferTitle: 'A transfer arrives',
    payer: 'Payer’s name',
    amount: 'Amount (yuan)',
    amountHint: 'For example 3703.00',
    remittance: 'Remittance text',
    remittanceHint: 'A notice number or registration number: the office recognises the money by it',
    transfer: 'Let this transfer arrive',
    filesTitle: 'Mistakes in the day’s files',
    filesNote:
      'The bank statement and the treasury list agree with what arrived. Put a mistake into them here, to rehearse the reconciliation.',
    noArrivals: 'No money arrived on this day.',
    entry: 'Money that arrived',
    flaw: 'Mistake',
    flaws: {
      MISSING_IN_BANK: 'Missing in the bank statement',
      AMOUNT: 'One yuan too much in the bank statement',
      TWICE: 'Twice in the bank statement',
      MISSING_IN_TREASURY: 'Missing in the treasury list',
    },
    spoil: 'Put this mistake in',
    unknown: 'Add an entry nobody knows to the bank statement',
    unknownPayer: 'Unknown company',
    unknownRemittance: 'Current account',
    mend: 'Make the day’s files right again',
    spoilt: 'Mistakes in the files of this day:',
    unknownSpoilt: 'An entry nobody knows',
    day: 'Day',
    problem: 'Nothing was done: fill in the payer, the remittance text and an amount from 0.01 to 9999999999.99 yuan.',
  },
}
