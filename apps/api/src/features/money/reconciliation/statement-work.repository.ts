import type { WorkSource } from '../../../case/work-source.ts'

/** Statements that wait for the person who lets them count, or for their further pages; called by their day. */
export const statementWork: WorkSource = {
  see: 'reconciliation:read',
  waiting: `SELECT statement.id::text, statement.state, 0, statement.day, NULL::uuid, statement.statement_no, statement.state_at, NULL::text,
      statement.credit_total, statement.entry_count,
      CASE statement.state WHEN 'HELD' THEN ARRAY['RELEASE'] ELSE ARRAY['BRING_FURTHER_PAGE'] END, COALESCE(taken.by_event, '{}')
    FROM statement
    CROSS JOIN LATERAL (SELECT jsonb_object_agg(event, accounts) AS by_event
      FROM (SELECT event, jsonb_agg(DISTINCT account_id) AS accounts FROM case_event
        WHERE lifecycle = 'bank-statement' AND case_id = statement.id::text GROUP BY event) step) taken
    WHERE statement.state IN ('HELD', 'INCOMPLETE')`,
}
