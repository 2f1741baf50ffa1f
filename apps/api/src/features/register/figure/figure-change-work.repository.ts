import type { WorkSource } from '../../../case/work-source.ts'

/** Other figures that one proposed, until somebody else decides. */
export const figureChangeWork: WorkSource = {
  see: 'figure:read',
  waiting: `SELECT f.id::text, f.status, 0, f.document_no, NULL::uuid, NULL::text, f.requested_at, f.valid_from, NULL::bigint, NULL::int,
      ARRAY['PUBLISH'], jsonb_build_object('PROPOSE', jsonb_build_array(f.requested_by))
    FROM figure_change f WHERE f.status = 'PROPOSED'`,
}
