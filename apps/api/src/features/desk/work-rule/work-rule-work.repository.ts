import type { WorkSource } from '../../../case/work-source.ts'

/** Rules that one proposed, until somebody else decides. */
export const workRuleWork: WorkSource = {
  see: 'work-rule:read',
  waiting: `SELECT r.id::text, r.status, 0, r.number::text, NULL::uuid, NULL::text, r.requested_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['PUBLISH'], jsonb_build_object('PROPOSE', jsonb_build_array(r.requested_by))
    FROM work_rule r WHERE r.status = 'PROPOSED'`,
}
