import type { WorkSource } from '../../../case/work-source.ts'

/** Changes that employers asked for, until somebody decides. */
export const particularsChangeWork: WorkSource = {
  see: 'particulars-change:read',
  waiting: `SELECT c.id::text, c.status, 0, c.number, c.employer_id, NULL::text, c.requested_at, NULL::text, NULL::bigint, NULL::int,
      CASE WHEN c.status = 'CHECKED' THEN ARRAY['CONFIRM'] WHEN c.kind = 'BANK_ACCOUNT' THEN ARRAY['CHECK'] ELSE ARRAY['ACCEPT'] END,
      jsonb_build_object('CHECK', to_jsonb(array_remove(ARRAY[c.checked_by], NULL)))
    FROM particulars_change c WHERE c.status IN ('REQUESTED', 'CHECKED')`,
}
