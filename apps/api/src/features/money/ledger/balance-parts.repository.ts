import { fen } from '@shebao/kernel'
import type { Insurance, Period, Side } from '@shebao/kernel'
import type { KindSum, TakenPart, TransferKind } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'

/** What each kind of transfer did to an account; at most one row a kind. */
export async function listKindSums({ database }: Platform, accountCode: string): Promise<KindSum[]> {
  const rows = await database.query<{ kind: TransferKind; count: number; amount: bigint }>(
    {
      name: 'ledger-kind-sums',
      text: `SELECT transfer.kind, count(DISTINCT transfer.id)::int AS count, SUM(entry.amount)::bigint AS amount
      FROM ledger_account account
      JOIN ledger_entry entry ON entry.account_id = account.id
      JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
      WHERE account.code = $1 GROUP BY transfer.kind`,
    },
    [accountCode],
  )
  return rows.map(({ kind, count, amount }) => ({ kind, count, amount: fen(Number(amount)) }))
}

/** A part with the notice that it belongs to. */
export type TakenOfNotice = TakenPart & { noticeNumber: string }

/**
 * What a payment took of each debt, in the order of booking, with what the debt was before. A payment that was taken back shows
 * what it had taken.
 */
export async function listTakenParts({ database }: Platform, paymentId: string): Promise<TakenOfNotice[]> {
  const rows = await database.query<{
    noticeNumber: string
    period: Period
    insurance: Insurance | null
    side: Side
    owed: bigint
    amount: bigint
  }>(
    {
      name: 'ledger-taken-parts',
      text: `SELECT notice.number AS "noticeNumber", entry.period, entry.insurance, entry.side, -entry.amount AS amount, (
        SELECT COALESCE(SUM(before.amount), 0)::bigint FROM ledger_transfer earlier
        JOIN ledger_entry before ON before.transfer_id = earlier.id
        WHERE earlier.notice_id = transfer.notice_id AND before.account_id = entry.account_id AND before.side = entry.side
          AND before.insurance IS NOT DISTINCT FROM entry.insurance AND before.id < entry.id
      ) AS owed
      FROM ledger_transfer transfer
      JOIN payment_notice notice ON notice.id = transfer.notice_id
      JOIN ledger_entry entry ON entry.transfer_id = transfer.id
      JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'RECEIVABLE'
      WHERE transfer.payment_id = $1 AND transfer.kind = 'ALLOCATION' AND transfer.idempotency_key NOT LIKE 'reversal:%'
      ORDER BY entry.id`,
    },
    [paymentId],
  )
  return rows.map((row) => ({ ...row, owed: fen(Number(row.owed)), amount: fen(Number(row.amount)) }))
}
