import type { Platform } from '../../../platform/platform.ts'

export interface OwnLine {
  id: string
  reference: string
  occurrence: number
  paymentId: string | null
}

/** Lines that a statement has and the one it replaced has not. */
export function listOwnLines(
  { database }: Platform,
  { id, supersedes }: { id: string; supersedes: string | null },
): Promise<OwnLine[]> {
  return database.query<OwnLine>(
    {
      name: 'reconciliation-own-lines',
      text: `SELECT entry.id, entry.reference, entry.occurrence, entry.payment_id AS "paymentId" FROM statement_entry entry
      WHERE entry.statement_id = $1 AND NOT EXISTS (SELECT 1 FROM statement_entry earlier
        WHERE earlier.statement_id = $2::uuid AND earlier.reference = entry.reference AND earlier.occurrence = entry.occurrence)
      ORDER BY entry.position`,
    },
    [id, supersedes],
  )
}

export interface StandingDecision {
  reference: string
  why: 'DECISION_STANDS' | 'REFUND_STANDS'
}

/**
 * Decisions about these lines that undoing them cannot take back: money of another report that went to an employer's credit, and
 * money that is on its way back to its payer.
 */
export function listDecisionsInTheWay({ database }: Platform, lines: readonly string[]): Promise<StandingDecision[]> {
  return database.query<StandingDecision>(
    {
      name: 'reconciliation-decisions-in-the-way',
      text: `SELECT item.reference, CASE WHEN refund.id IS NULL THEN 'DECISION_STANDS' ELSE 'REFUND_STANDS' END AS why
      FROM reconciliation_item item
      LEFT JOIN refund ON refund.status <> 'REJECTED' AND (refund.item_id = item.id
        OR (item.resolution = 'RETURN_TO_PAYER' AND refund.payment_id = item.payment_id))
      WHERE item.bank_entry_id = ANY($1::uuid[]) AND (refund.id IS NOT NULL
        OR (item.resolution = 'TO_CREDIT' AND item.outcome <> 'DUPLICATE') OR item.reverse_by IS NOT NULL)
      ORDER BY item.reference LIMIT 20`,
    },
    [lines],
  )
}

/** Items of lines that are no more, and whatever nobody has decided yet: the day is compared anew. */
export async function deleteItemsOfLines({ database }: Platform, day: string, lines: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'reconciliation-delete-undone-items',
      text: `DELETE FROM reconciliation_item WHERE day = $1
        AND (bank_entry_id = ANY($2::uuid[]) OR treasury_entry_id = ANY($2::uuid[]) AND resolved_by IS NULL
          OR (resolved_by IS NULL AND reverse_by IS NULL AND claim_by IS NULL))`,
    },
    [day, lines],
  )
  await database.query(
    {
      name: 'reconciliation-forget-treasury-lines',
      text: `UPDATE reconciliation_item SET treasury_entry_id = NULL, treasury_amount = NULL
      WHERE day = $1 AND treasury_entry_id = ANY($2::uuid[])`,
    },
    [day, lines],
  )
}
