import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPayee } from '../../register/office/index.ts'
import { amountHoldsForSeconds } from '../settlement/index.ts'
import { bankPageUrl, createOrder } from '../bank/index.ts'
import { openAttempt } from './open-attempt.ts'
import type { PaymentRefusal } from './open-attempt.ts'
import { markUnknown } from './payment.repository.ts'
import type { LockedNotice, PaymentRow } from './payment.repository.ts'

export type StartPaymentOutcome =
  | { kind: 'STARTED'; paymentId: string; redirectUrl: string }
  | { kind: 'REFUSED'; reason: PaymentRefusal; noticeId: string }

export interface StartPaymentInput {
  noticeId: string
  /** Chosen by the client once for each press of the button; the same key never pays twice. */
  idempotencyKey: string
  language: 'zh-CN' | 'en'
  origin: string
}

export const keyPattern = /^[\w-]{8,100}$/

/** Begins to pay a notice at the bank's cashier page. */
export async function startPayment(
  platform: Platform,
  viewer: Viewer,
  input: StartPaymentInput,
): Promise<StartPaymentOutcome> {
  if (!keyPattern.test(input.idempotencyKey))
    throw badInput('idempotencyKey', '8 to 100 letters, digits, _ or - are needed.')
  const attempt = await openAttempt(platform, {
    noticeId: input.noticeId,
    key: input.idempotencyKey,
    channel: 'E_BANK',
    actor: { actorKind: 'EMPLOYER', actorId: viewer.accountId, origin: input.origin },
    async permit(notice) {
      requireMay(viewer, 'notice:pay', notice, 'payment notice')
      return undefined
    },
  })
  if (attempt.kind === 'REFUSED') return refused(input, attempt.reason)
  return sendToBank(platform, attempt.payment, attempt.notice, input)
}

async function sendToBank(
  platform: Platform,
  payment: PaymentRow,
  notice: LockedNotice,
  input: StartPaymentInput,
): Promise<StartPaymentOutcome> {
  const answer = await createOrder(platform, {
    key: payment.idempotencyKey,
    amount: Number(payment.amount),
    payee: (await findPayee(platform)).name,
    payer: notice.employerName,
    noticeNumber: notice.number,
    period: notice.period,
    returnPath: `/employer/bills/${notice.id}`,
    language: input.language,
    validForSeconds: amountHoldsForSeconds(platform, notice.dueOn),
  })
  if (answer.kind === 'ORDER')
    return { kind: 'STARTED', paymentId: payment.id, redirectUrl: bankPageUrl(platform, answer.order.payPath) }
  await markUnknown(platform, payment.id)
  return refused(input, 'BANK_UNAVAILABLE')
}

const refused = ({ noticeId }: StartPaymentInput, reason: PaymentRefusal): StartPaymentOutcome => ({
  kind: 'REFUSED',
  reason,
  noticeId,
})
