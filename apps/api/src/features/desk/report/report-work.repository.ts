import type { WorkSource } from '../../../case/work-source.ts'

/** Reports until somebody takes them up, and until another decides. Whoever reported is not among what is shown. */
export const reportWork: WorkSource = {
  see: 'report:read',
  waiting: `SELECT r.id::text, r.status, 0, r.number, r.employer_id, NULL::text, r.received_at, NULL::text, NULL::bigint, NULL::int,
      CASE WHEN r.status = 'RECEIVED' THEN ARRAY['CHECK'] WHEN r.finding IS NULL THEN ARRAY['NOTE_FINDING']
        ELSE ARRAY['SUBSTANTIATE', 'NOT_SUBSTANTIATE', 'HAND_OVER'] END,
      CASE WHEN r.held_by IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('CHECK', jsonb_build_array(r.held_by)) END
    FROM employer_report r WHERE r.status IN ('RECEIVED', 'CHECKING')`,
}
