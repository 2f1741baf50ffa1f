import type { WorkSource } from '../../../case/work-source.ts'

/** Employers that one proposed to lock or to unlock, until somebody else decides. */
export const employerLockWork: WorkSource = {
  see: 'employer-lock:read',
  waiting: `SELECT held.id::text, held.status, 0, held.number, held.employer_id, NULL::text, held.proposed_at, NULL::text, NULL::bigint, NULL::int,
      CASE held.status WHEN 'PROPOSED' THEN ARRAY['APPROVE'] ELSE ARRAY['RELEASE'] END,
      CASE held.status WHEN 'PROPOSED' THEN jsonb_build_object('PROPOSE', jsonb_build_array(held.proposed_by))
        ELSE jsonb_build_object('PROPOSE_RELEASE', (SELECT COALESCE(jsonb_agg(last.account_id), '[]') FROM (SELECT account_id FROM case_event
          WHERE lifecycle = 'employer-lock' AND event = 'PROPOSE_RELEASE' AND case_id = held.id::text ORDER BY seq DESC LIMIT 1) last)) END
    FROM employer_lock held WHERE held.status IN ('PROPOSED', 'RELEASE_PROPOSED')`,
}
