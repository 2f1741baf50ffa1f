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
