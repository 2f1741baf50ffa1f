import type { WorkSource } from '../../../case/work-source.ts'

/** A day waits from its end. Days with open items, and days whose files are there and have none. */
export const dayWork: WorkSource = {
  see: 'reconciliation:read',
  waiting: `SELECT day.day, day.status, 0, NULL::text, NULL::uuid, NULL::text, (day.day || 'T16:00:00')::timestamp, NULL::text,
      CASE WHEN item.open > 0 THEN item.amount END, item.open,
      CASE WHEN item.open > 0 THEN ARRAY['SETTLE_ITEM'] ELSE ARRAY['CLOSE'] END,
      jsonb_build_object('SETTLE_ITEM', item.settlers)
    FROM reconciliation_day day
    CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE resolution IS NULL))::int AS open,
        (COALESCE(sum(abs(COALESCE(bank_amount, 0) - COALESCE(system_amount, 0))) FILTER (WHERE resolution IS NULL), 0))::bigint AS amount,
        COALESCE(jsonb_agg(DISTINCT resolved_by) FILTER (WHERE resolved_by IS NOT NULL), '[]')
          || COALESCE(jsonb_agg(DISTINCT reverse_by) FILTER (WHERE reverse_by IS NOT NULL), '[]')
          || COALESCE(jsonb_agg(DISTINCT claim_by) FILTER (WHERE claim_by IS NOT NULL), '[]') AS settlers
      FROM reconciliation_item WHERE reconciliation_item.day = day.day) item
    WHERE day.status = 'OPEN' AND day.day < $1 AND (item.open > 0
      OR (SELECT count(DISTINCT source) FROM statement WHERE statement.day = day.day AND state = 'RELEASED') = 2)`,
}
