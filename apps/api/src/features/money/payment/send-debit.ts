import type { Platform } from '../../../platform/platform.ts'
import { findPayee } from '../../register/office/index.ts'
import { holdActiveAgreement } from '../agreement/index.ts'
import { amountHoldsForSeconds } from '../settlement/index.ts'
import { createDebit } from '../bank/index.ts'
import { findNotice } from '../notice/index.ts'
import { markUnknown } from './payment.repository.ts'
import type { PaymentRow } from './payment.repository.ts'
import { endUnsent, takeInOrder } from './take-in-order.ts'
import type { RefreshedState } from './take-in-order.ts'

/**
 * Sends an opened attempt to the bank as a debit. Sent twice under its key it is one debit, so it may be sent again whenever
 * it is not certain that it arrived.
 */
export async function sendDebit(platform: Platform, payment: PaymentRow): Promise<RefreshedState> {
  const notice = payment.noticeId ? await findNotice(platform, payment.noticeId) : undefined
  if (!notice) throw new Error(`Debit ${payment.id} is for no notice.`)
  const agreement = await holdActiveAgreement(platform, payment.employerId)
  // Ended between opening and sending: nothing may be drawn any more.
  if (!agreement) return endUnsent(platform, payment, { type: 'FAILED', failure: 'AGREEMENT_INVALID' })
  const answer = await createDebit(platform, {
    key: payment.idempotencyKey,
    amount: Number(payment.amount),
    agreementNo: agreement.agreementNo,
    payee: (await findPayee(platform)).name,
    noticeNumber: notice.number,
    period: notice.period,
    validForSeconds: amountHoldsForSeconds(platform, notice.dueOn),
  })
  if (answer.kind === 'ORDER') return takeInOrder(platform, payment, answer.order)
  await markUnknown(platform, payment.id)
  return 'UNKNOWN'
}
