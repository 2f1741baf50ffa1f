import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { moneyKey } from './money-of-entry.ts'

export interface LooseLine {
  entryId: string
  key: string
  amount: Fen
}

/** A credit of the bank's statement under this reference that waits in suspense and that nobody has decided about. */
export async function findLooseLine({ database }: Platform, reference: string): Promise<LooseLine | undefined> {
  const [row] = await database.query<{ id: string; account: string; occurrence: number; amount: bigint }>(
    {
      name: 'reconciliation-loose-line',
      text: `SELECT entry.id, statement.account, entry.occurrence, entry.amount
      FROM statement_entry entry JOIN current_statement statement ON statement.id = entry.statement_id
        JOIN reconciliation_item item ON item.bank_entry_id = entry.id
      WHERE entry.reference = $1 AND statement.source = 'BANK' AND statement.state <> 'HELD' AND entry.payment_id IS NULL
        AND item.outcome = 'BANK_ONLY' AND item.resolution IS NULL AND item.claim_by IS NULL
      ORDER BY entry.occurrence LIMIT 1`,
    },
    [reference],
  )
  if (!row) return undefined
  const { id: entryId, account, occurrence, amount } = row
  return { entryId, key: moneyKey({ account, reference, occurrence }), amount: fen(Number(amount)) }
}
