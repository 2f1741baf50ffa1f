import type { WorkSource } from '../../../case/work-source.ts'

/** A run that was paused, or that left employers out. */
export const runWork: WorkSource = {
  see: 'billing-run:read',
  waiting: `SELECT run.id::text, run.status, 0, run.period, NULL::uuid, NULL::text, COALESCE(run.finished_at, run.heartbeat_at), NULL::text, NULL::bigint,
      problem.count, CASE run.status WHEN 'PAUSED' THEN ARRAY['RESUME'] ELSE ARRAY['RETRY'] END, '{}'::jsonb
    FROM billing_run run
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM billing_run_problem WHERE run_id = run.id AND NOT retry) problem
    WHERE run.status = 'PAUSED' OR (run.status = 'DONE' AND problem.count > 0)`,
}
