import type { WorkSource } from '../../../case/work-source.ts'

/** Decisions on an item that a second person confirms; items that nobody has decided on wait with their day. Called by their day. */
export const itemWork: WorkSource = {
  see: 'reconciliation:read',
  waiting: `SELECT item.id::text, CASE WHEN item.claim_by IS NOT NULL THEN 'CLAIM_ASKED' ELSE 'REVERSAL_ASKED' END, item.revision, item.day,
      item.employer_id, item.reference, COALESCE(item.claim_at, item.reverse_at), NULL::text, COALESCE(item.bank_amount, item.system_amount),
      NULL::int, NULL::text[],
      jsonb_build_object('ASK_CLAIM', jsonb_build_array(item.claim_by), 'ASK_REVERSAL', jsonb_build_array(item.reverse_by))
    FROM reconciliation_item item
    WHERE item.resolution IS NULL AND (item.claim_by IS NOT NULL OR item.reverse_by IS NOT NULL)`,
}
