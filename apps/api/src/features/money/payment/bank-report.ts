import type { BankEvent } from '@shebao/bank-protocol'

/** What became of a bank's report; stands in BankNotification for ever. */
export type ReportOutcome =
  | 'POSTED'
  | 'REPEATED'
  | 'AMOUNT_DIFF'
  | 'DUPLICATE'
  | 'UNKNOWN_PAYMENT'
  | 'CONTRADICTS'
  | 'RECORDED'

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
  const money = payment.bankReference !== null
  if (money) {
    const same =
      payment.bankReference === report.reference && (payment.status !== 'SUCCESS' || payment.amount === report.amount)
    return same ? 'REPEATED' : 'CONTRADICTS'
  }
  if (report.amount !== payment.amount) return 'AMOUNT_DIFF'
  // Also after a reported failure: the bank has the money now.
  return payment.noticePosted ? 'DUPLICATE' : 'POSTED'
}

function judgeNotPaid(payment: KnownPayment, report: Report): ReportVerdict {
  if (payment.bankReference !== null) return report.sequence < payment.settledBySequence ? 'RECORDED' : 'CONTRADICTS'
  return payment.status === 'FAILED' ? 'RECORDED' : 'FAILED'
}
