import type { WorkSource } from '../../../case/work-source.ts'

/** Scripts that one proposed, until somebody else decides, and those in use whose day of review is over. The number is the matter. */
export const hotlineScriptWork: WorkSource = {
  see: 'hotline-script:read',
  waiting: `SELECT v.id::text, v.status, 0, v.matter, NULL::uuid, NULL::text,
      CASE WHEN v.status = 'PROPOSED' THEN v.requested_at ELSE v.review_due_on::timestamp END,
      CASE WHEN v.status = 'PROPOSED' THEN NULL ELSE v.review_due_on END, NULL::bigint, NULL::int,
      CASE WHEN v.status = 'PROPOSED' THEN ARRAY['PUBLISH'] ELSE ARRAY['REVIEW'] END,
      CASE WHEN v.status = 'PROPOSED' THEN jsonb_build_object('PROPOSE', jsonb_build_array(v.requested_by)) ELSE '{}'::jsonb END
    FROM hotline_script_version v WHERE v.status = 'PROPOSED' OR (v.status = 'PUBLISHED' AND v.review_due_on < $1
      AND NOT EXISTS (SELECT FROM hotline_script_version other WHERE other.matter = v.matter AND other.version > v.version
        AND other.status IN ('PROPOSED', 'PUBLISHED')))`,
}
