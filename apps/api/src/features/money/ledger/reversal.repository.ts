import { fen } from '@shebao/kernel'
import type { Insurance, Side } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { AccountKind, TransferKind } from './ledger-codes.ts'
import type { Entry } from './transfer.ts'

export interface BookedTransfer {
  id: string
  kind: TransferKind
  key: string
  occurredOn: string
  noticeId: string | null
  paymentId: string | null
  entries: Entry[]
}

interface Row {
  id: string
  kind: TransferKind
  key: string
  occurred_on: string
  notice_id: string | null
  payment_id: string | null
  code: string
  account_kind: AccountKind
  employer_id: string | null
  account_insurance: Insurance | null
  amount: bigint
  period: string | null
  insurance: Insurance | null
  side: Side | null
}

const selectTransfers = `SELECT transfer.id, transfer.kind, transfer.idempotency_key AS key, transfer.occurred_on,
    transfer.notice_id, transfer.payment_id, account.code, account.kind AS account_kind, account.employer_id,
    account.insurance AS account_insurance, entry.amount, entry.period, entry.insurance, entry.side
  FROM ledger_transfer transfer
  JOIN ledger_entry entry ON entry.transfer_id = transfer.id
  JOIN ledger_account account ON account.id = entry.account_id`

/**
 * What money of an employer did, newest first, as far as it was not taken back: what came by one payment, or with
 * `paymentId` null what its credit settled without one.
 */
export async function listTransfersToReverse(
  { database }: Platform,
  of: { employerId: string; paymentId: string | null },
): Promise<BookedTransfer[]> {
  const rows = await database.query<Row>(
    {
      name: 'ledger-transfers-to-reverse',
      text: `${selectTransfers}
      WHERE transfer.kind IN ('PAYMENT', 'ALLOCATION', 'LATE_FEE') AND transfer.idempotency_key NOT LIKE 'reversal:%'
        AND NOT EXISTS (SELECT 1 FROM ledger_transfer mirror WHERE mirror.idempotency_key = 'reversal:' || transfer.id)
        AND CASE WHEN $2::uuid IS NULL
          THEN transfer.kind <> 'PAYMENT' AND EXISTS (
            SELECT 1 FROM ledger_entry own JOIN ledger_account known ON known.id = own.account_id
            WHERE own.transfer_id = transfer.id AND known.employer_id = $1)
          ELSE transfer.payment_id = $2 END
      ORDER BY transfer.created_at DESC, transfer.id, entry.id`,
    },
    [of.employerId, of.paymentId],
  )
  return transfersOf(rows)
}

/** What stands under these keys. */
export async function listTransfersOfKeys({ database }: Platform, keys: readonly string[]): Promise<BookedTransfer[]> {
  const rows = await database.query<Row>(
    {
      name: 'ledger-transfers-of-keys',
      text: `${selectTransfers}
      WHERE transfer.idempotency_key = ANY($1::text[])`,
    },
    [keys],
  )
  return transfersOf(rows)
}

function transfersOf(rows: readonly Row[]): BookedTransfer[] {
  const transfers = new Map<string, BookedTransfer>()
  for (const row of rows) {
    const transfer = transfers.get(row.id) ?? {
      id: row.id,
      kind: row.kind,
      key: row.key,
      occurredOn: row.occurred_on,
      noticeId: row.notice_id,
      paymentId: row.payment_id,
      entries: [],
    }
    transfers.set(row.id, transfer)
    transfer.entries.push(entryOf(row))
  }
  return [...transfers.values()]
}

const entryOf = (row: Row): Entry => ({
  account: {
    code: row.code,
    kind: row.account_kind,
    ...(row.employer_id === null ? {} : { employerId: row.employer_id }),
    ...(row.account_insurance === null ? {} : { insurance: row.account_insurance }),
  },
  amount: fen(Number(row.amount)),
  ...(row.period === null ? {} : { period: row.period }),
  ...(row.insurance === null ? {} : { insurance: row.insurance }),
  ...(row.side === null ? {} : { side: row.side }),
})

/** Which of these keys stand in the ledger. */
export async function listBookedKeys({ database }: Platform, keys: readonly string[]): Promise<Set<string>> {
  const rows = await database.query<{ key: string }>(
    {
      name: 'ledger-booked-keys',
      text: 'SELECT idempotency_key AS key FROM ledger_transfer WHERE idempotency_key = ANY($1::text[])',
    },
    [keys],
  )
  return new Set(rows.map(({ key }) => key))
}

/** What one payment left on an account; debit positive. */
export async function findBalanceOfPayment({ database }: Platform, code: string, paymentId: string): Promise<bigint> {
  const [row] = await database.query<{ balance: bigint }>(
    {
      name: 'ledger-balance-of-payment',
      text: `SELECT COALESCE(SUM(entry.amount), 0)::bigint AS balance FROM ledger_transfer transfer
      JOIN ledger_entry entry ON entry.transfer_id = transfer.id
      JOIN ledger_account account ON account.id = entry.account_id
      WHERE transfer.payment_id = $1 AND account.code = $2`,
    },
    [paymentId, code],
  )
  return row?.balance ?? 0n
}
