import type { Platform } from '../../../platform/platform.ts'

export interface NewTransfer {
  key: string
  employerId: string
  noticeId?: string
  amount: number
  bankReference: string | null
  valueDate: string
  at: Date
}

/** Id of the new payment, or undefined when its key or its bank reference is known. */
export async function insertTransfer({ database }: Platform, transfer: NewTransfer): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    {
      name: 'billing-insert-transfer',
      text: `INSERT INTO payment (id, notice_id, employer_id, idempotency_key, amount, channel, status, bank_reference,
        value_date, created_at, settled_at)
      VALUES ($1, $2, $3, $4, $5, 'BANK_TRANSFER', 'SUCCESS', $6, $7, $8, $8) ON CONFLICT DO NOTHING RETURNING id`,
    },
    [
      crypto.randomUUID(),
      transfer.noticeId ?? null,
      transfer.employerId,
      transfer.key,
      transfer.amount,
      transfer.bankReference,
      transfer.valueDate,
      transfer.at,
    ],
  )
  return row?.id
}

/** Whether money came under this reference of a bank already. */
export async function isReferenceKnown({ database }: Platform, bankReference: string): Promise<boolean> {
  return (await database.prisma.payment.count({ where: { bankReference } })) > 0
}

/** Claims of one line that can be tried and taken back; nobody comes near it. */
const mostClaims = 50

/**
 * Under which key a transfer's money is claimed now: its own the first time, and one more for each claim of it that was taken back,
 * so that the ledger tells them apart. Undefined while a claim of it stands.
 */
export async function nextTransferKey({ database }: Platform, key: string): Promise<string | undefined> {
  const keys = Array.from({ length: mostClaims }, (_one, index) => (index === 0 ? key : `${key}/${index}`))
  const claims = await database.prisma.payment.findMany({
    where: { idempotencyKey: { in: keys.map((one) => `transfer:${one}`) } },
    select: { failure: true },
  })
  return claims.every(({ failure }) => failure === 'REVERSED') ? keys[claims.length] : undefined
}

/** Those of these payments that are transfers and stand; in the order everybody locks employers. */
export async function listStandingTransfers({ database }: Platform, ids: readonly string[]): Promise<string[]> {
  const payments = await database.prisma.payment.findMany({
    where: { id: { in: [...ids] }, channel: 'BANK_TRANSFER', status: 'SUCCESS' },
    select: { id: true },
    orderBy: [{ employerId: 'asc' }, { id: 'asc' }],
  })
  return payments.map(({ id }) => id)
}

export interface ProvedPayment {
  paymentId: string
  outcome: string
}

/** Payments that only these statement lines proved, and what became of them. */
export function listProvedPayments({ database }: Platform, eventIds: readonly string[]): Promise<ProvedPayment[]> {
  return database.query<ProvedPayment>(
    {
      name: 'billing-proved-payments',
      text: `SELECT payment.id AS "paymentId", notification.outcome FROM bank_notification notification
      JOIN payment ON payment.id = notification.payment_id AND payment.failure IS DISTINCT FROM 'REVERSED'
      WHERE notification.event_id = ANY($1::text[]) AND notification.outcome IN ('POSTED', 'AMOUNT_DIFF', 'DUPLICATE')
      ORDER BY payment.employer_id, payment.id`,
    },
    [eventIds],
  )
}
