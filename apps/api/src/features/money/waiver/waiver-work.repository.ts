import type { WorkSource } from '../../../case/work-source.ts'

/** Exceptions that one proposed, until a head decides. */
export const waiverWork: WorkSource = {
  see: 'waiver:read',
  waiting: `SELECT w.id::text, w.status, 0, w.number, w.employer_id, w.period, w.proposed_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['APPROVE'], jsonb_build_object('PROPOSE', jsonb_build_array(w.proposed_by))
    FROM waiver w WHERE w.status = 'PROPOSED'`,
}
