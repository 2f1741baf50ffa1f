import type { BankEvent } from '@shebao/bank-protocol'
import { fen } from '@shebao/kernel'
import { bankAccount, negative, suspense } from '../ledger/index.ts'
import type { Transfer } from '../ledger/index.ts'

/** What became of a bank's report; stands in BankNotification for ever. */
export const reportOutcomes = [
  'POSTED',
  'REPEATED',
  'AMOUNT_DIFF',
  'DUPLICATE',
  'UNKNOWN_PAYMENT',
  'CONTRADICTS',
  'RECORDED',
] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** A verdict adds the one case that changes something and needs no attention: an attempt that failed. */
export type ReportVerdict = Exclude<ReportOutcome, 'UNKNOWN_PAYMENT'> | 'FAILED'

export interface KnownPayment {
  status: string
  amount: number
  bankReference: string | null
  /** Number of the event that settled it, 0 while none has. */
  settledBySequence: number
  noticePosted: boolean
}

export type Report = Pick<BankEvent, 'type' | 'amount' | 'reference' | 'sequence'>

/**
 * Decides what a genuine report means for a payment. Reports come twice, late, out of order and against each other;
 * money is posted once, for the full amount, to a notice that is not paid yet (R259 12).
 */
export function judgeReport(payment: KnownPayment, report: Report): ReportVerdict {
  return report.type === 'PAID' ? judgePaid(payment, report) : judgeNotPaid(payment, report)
}

function judgePaid(payment: KnownPayment, report: Report): ReportVerdict {
  if (hasMoney(payment)) {
    // What was set aside is told apart by its reference alone; without one nobody can say that this is the same money.
    const sameMoney = payment.status === 'SUCCESS' ? payment.amount === report.amount : report.reference !== null
    const same = payment.bankReference === report.reference && sameMoney
    return same ? 'REPEATED' : 'CONTRADICTS'
  }
  if (report.amount !== payment.amount) return 'AMOUNT_DIFF'
  // Also after a reported failure: the bank has the money now.
  return payment.noticePosted ? 'DUPLICATE' : 'POSTED'
}

/** Also of a report without a reference, which the bank may send: it is known by its number. */
const hasMoney = ({ bankReference, settledBySequence }: KnownPayment) => bankReference !== null || settledBySequence > 0

function judgeNotPaid(payment: KnownPayment, report: Report): ReportVerdict {
  if (hasMoney(payment)) return report.sequence < payment.settledBySequence ? 'RECORDED' : 'CONTRADICTS'
  return payment.status === 'FAILED' ? 'RECORDED' : 'FAILED'
}

/** Money that came and cannot be posted waits in suspense, with what was asked. */
export function setAsideTransfer(
  { paymentId, number, asked }: { paymentId: string; number: string; asked: number },
  { amount: came, failure: reason, on }: { amount: number; failure: string; on: string },
): Transfer {
  const amount = fen(came)
  return {
    kind: 'SUSPENSE',
    key: `suspense:${paymentId}`,
    occurredOn: on,
    paymentId,
    memo: { number, reason, asked },
    entries: [
      { account: bankAccount, amount },
      { account: suspense, amount: negative(amount) },
    ],
  }
}
