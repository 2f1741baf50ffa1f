import type { PayableBillFragment } from './payment.generated.ts'

/**
 * The attempt that the bank has not answered. The notice and its attempts are read one after the other, so a bank that
 * reports in between leaves a notice that still waits beside an attempt that is over: that one is asked about once more.
 */
export function openPayment<One extends Pick<PayableBillFragment['payments'][number], 'status'>>({
  status,
  payments,
}: {
  status: PayableBillFragment['status']
  payments: readonly One[]
}): One | undefined {
  const open = payments.findLast((one) => one.status === 'SENT_TO_BANK' || one.status === 'UNKNOWN')
  return open ?? (status === 'SENT_TO_BANK' ? payments.at(-1) : undefined)
}
