import type { WorkSource } from '../../../case/work-source.ts'

/** Other words of papers that one proposed, until somebody else decides. */
export const paperTemplateWork: WorkSource = {
  see: 'template:read',
  waiting: `SELECT v.id::text, v.status, 0, v.document_no, NULL::uuid, NULL::text, v.requested_at, v.valid_from, NULL::bigint, NULL::int,
      ARRAY['PUBLISH'], jsonb_build_object('PROPOSE', jsonb_build_array(v.requested_by))
    FROM paper_template_version v WHERE v.status = 'PROPOSED'`,
}
