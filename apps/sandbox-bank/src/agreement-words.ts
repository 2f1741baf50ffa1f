import type { DebitOutcome } from './agreement.ts'
import type { CashierLanguage } from './cashier-words.ts'
import type { AgreementState } from '@shebao/bank-protocol'

export interface AgreementWords {
  title: string
  text: string
  holder: string
  account: string
  payee: string
  number: string
  agree: string
  refuse: string
  later: string
  outcomeLegend: string
  outcomeNote: string
  outcomes: Record<DebitOutcome, string>
  behaviourLegend: string
  change: string
  states: Record<Exclude<AgreementState, 'PENDING'>, string>
  unknownTitle: string
}

export const agreementWords: Record<CashierLanguage, AgreementWords> = {
  'zh-CN': {
    title: '委托扣款协议（三方协议）',
    text: '同意后，收款人可在缴款期限届满之日从以下账户扣收社会保险费。贵单位可随时终止本协议。',
    holder: '账户名称',
    account: '扣款账户',
    payee: '收款人',
    number: '协议号',
    agree: '同意并签约',
    refuse: '不同意',
    later: '稍后再签',
    outcomeLegend: '演练选项：扣款时账户的情形',
    outcomeNote: '真实银行不会询问这些，仅供演练各种情形。签约后仍可在本页更改。',
    outcomes: {
      PAYS: '扣款成功',
      INSUFFICIENT: '余额不足',
      ACCOUNT_FROZEN: '账户被冻结',
      CANCELLED: '协议已在银行柜台取消',
      NO_ANSWER: '银行不予答复（超时）',
    },
    behaviourLegend: '演练选项：扣款后银行怎样通知社保机构',
    change: '更改演练选项',
    states: { ACTIVE: '协议已生效。', REFUSED: '贵单位没有同意，协议未签订。', ENDED: '协议已终止。' },
    unknownTitle: '没有这份协议',
  },
  en: {
    title: 'Direct-debit agreement',
    text: 'If you agree, the payee may draw social-insurance premiums from this account on the day they fall due. You may end the agreement at any time.',
    holder: 'Account holder',
    account: 'Account to draw on',
    payee: 'Payee',
    number: 'Agreement',
    agree: 'Agree and sign',
    refuse: 'Refuse',
    later: 'Sign later',
    outcomeLegend: 'Rehearsal: what the account does when it is debited',
    outcomeNote:
      'A real bank never asks this. It lets you rehearse what can happen, and can be changed here after signing.',
    outcomes: {
      PAYS: 'It pays',
      INSUFFICIENT: 'Insufficient funds',
      ACCOUNT_FROZEN: 'The account is frozen',
      CANCELLED: 'The agreement was cancelled at the bank’s counter',
      NO_ANSWER: 'The bank never answers (timeout)',
    },
    behaviourLegend: 'Rehearsal: how the bank tells the office afterwards',
    change: 'Change the rehearsal',
    states: {
      ACTIVE: 'The agreement is in force.',
      REFUSED: 'You refused; there is no agreement.',
      ENDED: 'The agreement has ended.',
    },
    unknownTitle: 'No such agreement',
  },
}
