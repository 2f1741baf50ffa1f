import { badInput, notFound } from '../../../access/refusal.ts'
import type { AuditEntry } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'
import { amountDue } from '../settlement/index.ts'
import { findOpenPayment, findPaymentByKey, insertPayment, lockNotice } from './payment.repository.ts'
import { markSentToBank } from '../debt/index.ts'
import type { LockedNotice, PaymentRow } from './payment.repository.ts'
import { refreshFromBank } from './refresh-payment.ts'

export const refusalReasons = [
  'ALREADY_PAID',
  'WRITTEN_OFF',
  'BANK_UNAVAILABLE',
  'PAYMENT_ENDED',
  'OTHER_PAYMENT_UNDER_WAY',
  'NO_AGREEMENT',
] as const
export type PaymentRefusal = (typeof refusalReasons)[number]

export interface AttemptRequest {
  noticeId: string
  /** The same key never pays twice. */
  key: string
  channel: 'E_BANK' | 'AGREEMENT_DEBIT'
  actor: Pick<AuditEntry, 'actorKind' | 'actorId' | 'origin'>
  /** Asked under the lock of the notice; throws for a notice that is not the asker's. */
  permit(notice: LockedNotice): Promise<PaymentRefusal | undefined>
}

export type Attempt =
  | { kind: 'NEW' | 'OPEN_BEFORE'; payment: PaymentRow; notice: LockedNotice }
  | { kind: 'REFUSED'; reason: PaymentRefusal }

/**
 * Begins to pay a notice in full, with the late fee of today. One attempt is open at a time, whatever its channel: asking
 * again leads to the same one, and an attempt whose end is unknown is asked about before another begins.
 */
export async function openAttempt(platform: Platform, request: AttemptRequest): Promise<Attempt> {
  const attempt = await lockAndOpen(platform, request)
  if (attempt.kind !== 'OPEN_BEFORE') return attempt
  const state = await refreshFromBank(platform, attempt.payment)
  if (state === 'UNKNOWN') return { kind: 'REFUSED', reason: 'BANK_UNAVAILABLE' }
  const still = state === 'SETTLED' ? await lockAndOpen(platform, request) : attempt
  // The clerk may be at the cashier's page, or the account be about to be debited: never both.
  return still.kind === 'OPEN_BEFORE' && still.payment.channel !== request.channel
    ? { kind: 'REFUSED', reason: 'OTHER_PAYMENT_UNDER_WAY' }
    : still
}

async function lockAndOpen(platform: Platform, request: AttemptRequest): Promise<Attempt> {
  return platform.database.transaction(async () => {
    const notice = await lockNotice(platform, request.noticeId)
    if (!notice) throw notFound('payment notice')
    const refusal = await request.permit(notice)
    if (notice.postedOn !== null) return { kind: 'REFUSED', reason: 'ALREADY_PAID' }
    if (notice.status === 'WRITTEN_OFF') return { kind: 'REFUSED', reason: 'WRITTEN_OFF' }
    const open = await findOpenPayment(platform, notice.id)
    if (open) return { kind: 'OPEN_BEFORE', payment: open, notice }
    if (refusal) return { kind: 'REFUSED', reason: refusal }
    const used = await findPaymentByKey(platform, request.key)
    if (used && used.noticeId !== notice.id) throw badInput('idempotencyKey', 'This key was used before.')
    if (used) return { kind: 'REFUSED', reason: 'PAYMENT_ENDED' }
    return { kind: 'NEW', payment: await insertAttempt(platform, request, notice), notice }
  })
}

async function insertAttempt(platform: Platform, request: AttemptRequest, notice: LockedNotice): Promise<PaymentRow> {
  const due = await amountDue(platform, notice, platform.clock.today())
  const payment = await insertPayment(platform, {
    noticeId: notice.id,
    employerId: notice.employerId,
    idempotencyKey: request.key,
    amount: due.total,
    channel: request.channel,
    createdAt: platform.clock.now(),
  })
  await markSentToBank(platform, notice.id)
  await platform.audit.record({
    ...request.actor,
    action: 'PAYMENT_STARTED',
    recordType: 'Payment',
    recordId: payment.id,
    change: { notice: notice.number, channel: request.channel, amount: due.total, lateFee: due.lateFee },
  })
  return payment
}
