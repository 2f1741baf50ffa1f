import type { WorkSource } from '../../../case/work-source.ts'

/** Papers that are late: somebody asks for them. What is in time is the employer's to bring. */
export const paperCopyWork: WorkSource = {
  see: 'paper:list',
  waiting: `SELECT declaration_id::text, status, version, form_no, employer_id, NULL::text, (due_on::date + 1)::timestamp, due_on, NULL::bigint,
      NULL::int, ARRAY['RECEIVE'], '{}'::jsonb
    FROM paper_copy WHERE status = 'AWAITED' AND due_on < $1`,
}
