import type { WorkSource } from '../../../case/work-source.ts'

/** Units that ask to be let file online, until somebody decides. */
export const onlineFilingWork: WorkSource = {
  see: 'online-filing:read',
  waiting: `SELECT f.id::text, f.status, 0, f.number, f.employer_id, NULL::text, f.recorded_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['APPROVE'], '{}'::jsonb
    FROM online_filing f WHERE f.status = 'APPLIED'`,
}
