import type { Viewer } from '../../graphql/context.ts'
import { badInput, notFound } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { amountDue, amountHoldsForSeconds } from './amount-due.ts'
import { cashierUrl, createOrder } from './bank-client.ts'
import { requireOwnNotice } from './billing.policy.ts'
import {
  findOpenPayment,
  findPaymentByKey,
  insertPayment,
  lockNotice,
  markSentToBank,
  markUnknown,
} from './payment.repository.ts'
import type { LockedNotice, PaymentRow } from './payment.repository.ts'

import { refreshFromBank } from './refresh-payment.ts'

export const refusalReasons = ['ALREADY_PAID', 'WRITTEN_OFF', 'BANK_UNAVAILABLE', 'PAYMENT_ENDED'] as const
export type PaymentRefusal = (typeof refusalReasons)[number]

export type StartPaymentOutcome =
  | { kind: 'STARTED'; paymentId: string; redirectUrl: string }
  | { kind: 'REFUSED'; reason: PaymentRefusal; noticeId: string }

export interface StartPaymentInput {
  noticeId: string
  /** Chosen by the client once for each press of the button; the same key never pays twice. */
  idempotencyKey: string
  language: 'zh-CN' | 'en'
}

const keyPattern = /^[\w-]{8,100}$/

/**
 * Begins to pay a notice in full, with the late fee of today. One attempt is open at a time: pressing again leads to
 * the same order at the bank, and an attempt whose end is unknown is asked about before another begins.
 */
export async function startPayment(
  platform: Platform,
  viewer: Viewer,
  input: StartPaymentInput,
): Promise<StartPaymentOutcome> {
  if (!keyPattern.test(input.idempotencyKey))
    throw badInput('idempotencyKey', '8 to 100 letters, digits, _ or - are needed.')
  let attempt = await openAttempt(platform, viewer, input)
  if (attempt.kind === 'OPEN_BEFORE') {
    const state = await refreshFromBank(platform, attempt.payment)
    if (state === 'UNKNOWN') return refused(input, 'BANK_UNAVAILABLE')
    if (state === 'SETTLED') attempt = await openAttempt(platform, viewer, input)
  }
  if (attempt.kind === 'REFUSED') return refused(input, attempt.reason)
  return sendToBank(platform, attempt.payment, attempt.notice, input)
}

type Attempt =
  | { kind: 'NEW' | 'OPEN_BEFORE'; payment: PaymentRow; notice: LockedNotice }
  | { kind: 'REFUSED'; reason: PaymentRefusal }

async function openAttempt(platform: Platform, viewer: Viewer, input: StartPaymentInput): Promise<Attempt> {
  return platform.database.transaction(async () => {
    const notice = await lockNotice(platform, input.noticeId)
    if (!notice) throw notFound('payment notice')
    requireOwnNotice(viewer, notice)
    if (notice.postedOn !== null) return { kind: 'REFUSED', reason: 'ALREADY_PAID' }
    if (notice.status === 'WRITTEN_OFF') return { kind: 'REFUSED', reason: 'WRITTEN_OFF' }
    const open = await findOpenPayment(platform, notice.id)
    if (open) return { kind: 'OPEN_BEFORE', payment: open, notice }
    const used = await findPaymentByKey(platform, input.idempotencyKey)
    if (used && used.noticeId !== notice.id) throw badInput('idempotencyKey', 'This key was used before.')
    if (used) return { kind: 'REFUSED', reason: 'PAYMENT_ENDED' }
    const due = await amountDue(platform, notice, platform.clock.today())
    const payment = await insertPayment(platform, {
      noticeId: notice.id,
      employerId: notice.employerId,
      idempotencyKey: input.idempotencyKey,
      amount: due.total,
      channel: 'E_BANK',
      createdAt: platform.clock.now(),
    })
    await markSentToBank(platform, notice.id)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: 'web',
      action: 'PAYMENT_STARTED',
      recordType: 'Payment',
      recordId: payment.id,
      change: { notice: notice.number, amount: due.total, lateFee: due.lateFee },
    })
    return { kind: 'NEW', payment, notice }
  })
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
    payee: platform.environment.payee.name,
    payer: notice.employerName,
    noticeNumber: notice.number,
    period: notice.period,
    returnPath: `/employer/bills/${notice.id}`,
    language: input.language,
    validForSeconds: amountHoldsForSeconds(platform, notice.dueOn),
  })
  if (answer.kind === 'ORDER')
    return { kind: 'STARTED', paymentId: payment.id, redirectUrl: cashierUrl(platform, answer.order.payPath) }
  await markUnknown(platform, payment.id)
  return refused(input, 'BANK_UNAVAILABLE')
}

const refused = ({ noticeId }: StartPaymentInput, reason: PaymentRefusal): StartPaymentOutcome => ({
  kind: 'REFUSED',
  reason,
  noticeId,
})
