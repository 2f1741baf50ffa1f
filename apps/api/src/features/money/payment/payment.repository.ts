import type { Payment, PaymentNotice } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import { listSettledParts } from '../ledger/index.ts'
import type { SettledPart } from '../ledger/index.ts'

export type PaymentRow = Payment
export type LockedNotice = PaymentNotice & { region: string; employerName: string; settled: SettledPart[] }

/** The notice, held until the transaction ends: whatever happens to it happens one after the other. */
export async function lockNotice(platform: Platform, noticeId: string): Promise<LockedNotice | undefined> {
  await platform.database.query(
    { name: 'billing-lock-notice', text: 'SELECT id FROM payment_notice WHERE id = $1 FOR UPDATE' },
    [noticeId],
  )
  const found = await platform.database.prisma.paymentNotice.findUnique({
    where: { id: noticeId },
    include: { employer: { select: { region: true, name: true } } },
  })
  if (!found) return undefined
  const { employer, ...notice } = found
  return {
    ...notice,
    region: employer.region,
    employerName: employer.name,
    settled: await listSettledParts(platform, [noticeId]),
  }
}

export async function findPayment({ database }: Platform, id: string): Promise<PaymentRow | null> {
  return database.prisma.payment.findUnique({ where: { id } })
}

/** Whether the payment's money is here; it cannot be taken back before the transaction ends. */
export async function holdTakenPayment({ database }: Platform, id: string): Promise<boolean> {
  const [row] = await database.query<{ status: string }>(
    { name: 'billing-hold-payment', text: 'SELECT status FROM payment WHERE id = $1 FOR SHARE' },
    [id],
  )
  return row?.status === 'SUCCESS'
}

/** Newest first. */
export async function listTakenPayments(
  { database }: Platform,
  employerId: string,
  { before, limit }: { before: Pick<PaymentRow, 'createdAt' | 'id'> | undefined; limit: number },
): Promise<PaymentRow[]> {
  return database.prisma.payment.findMany({
    where: {
      employerId,
      status: 'SUCCESS',
      ...(before
        ? { OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

export async function findPaymentByKey({ database }: Platform, idempotencyKey: string): Promise<PaymentRow | null> {
  return database.prisma.payment.findUnique({ where: { idempotencyKey } })
}

/** The attempt that is still under way; a notice has one at most. */
export async function findOpenPayment({ database }: Platform, noticeId: string): Promise<PaymentRow | null> {
  return database.prisma.payment.findFirst({
    where: { noticeId, status: { in: ['SENT_TO_BANK', 'UNKNOWN'] } },
    orderBy: { id: 'desc' },
  })
}

/** Attempts whose end we have not heard of, oldest first. */
export async function listOpenPayments(
  { database }: Platform,
  startedBefore: Date,
  limit: number,
): Promise<PaymentRow[]> {
  return database.prisma.payment.findMany({
    where: { status: { in: ['SENT_TO_BANK', 'UNKNOWN'] }, createdAt: { lt: startedBefore } },
    orderBy: { createdAt: 'asc' },
    take: limit,
  })
}

export async function insertPayment(
  { database }: Platform,
  payment: {
    noticeId: string
    employerId: string
    idempotencyKey: string
    amount: number
    channel: 'E_BANK' | 'AGREEMENT_DEBIT'
    createdAt: Date
  },
): Promise<PaymentRow> {
  return database.prisma.payment.create({ data: { ...payment, amount: BigInt(payment.amount) } })
}

export async function updatePayment(
  { database }: Platform,
  id: string,
  data: Partial<Pick<PaymentRow, 'status' | 'failure' | 'bankReference' | 'valueDate' | 'settledAt'>>,
): Promise<void> {
  await database.prisma.payment.update({ where: { id }, data })
}

/** From a state that is still open only: a report that settled it meanwhile wins. */
export async function markUnknown({ database }: Platform, id: string): Promise<void> {
  await database.prisma.payment.updateMany({ where: { id, status: 'SENT_TO_BANK' }, data: { status: 'UNKNOWN' } })
}

export async function hasEvent({ database }: Platform, eventId: string): Promise<boolean> {
  return (await database.prisma.bankNotification.count({ where: { eventId, outcome: { not: 'REPEATED' } } })) > 0
}

/** Number of the event that settled the payment, or 0. */
export async function findSettlingSequence({ database }: Platform, paymentId: string): Promise<number> {
  const [row] = await database.query<{ sequence: number | null }>(
    {
      name: 'billing-settling-sequence',
      text: `SELECT max((body->>'sequence')::int) AS sequence FROM bank_notification
      WHERE payment_id = $1 AND outcome IN ('POSTED', 'AMOUNT_DIFF', 'DUPLICATE')`,
    },
    [paymentId],
  )
  return row?.sequence ?? 0
}

export interface NotificationRecord {
  eventId: string
  paymentId: string | undefined
  outcome: string
  body: Record<string, string | number | null>
  receivedAt: Date
}

export async function insertNotification(
  { database }: Platform,
  { paymentId, ...record }: NotificationRecord,
): Promise<void> {
  await database.prisma.bankNotification.create({ data: { ...record, paymentId: paymentId ?? null } })
}
