import type { WorkSource } from '../../../case/work-source.ts'

/** Other accounts that one asked for, until somebody else decides. */
export const payeeChangeWork: WorkSource = {
  see: 'payee:read',
  waiting: `SELECT p.id::text, p.status, 0, p.document_no, NULL::uuid, NULL::text, p.requested_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['CONFIRM'], jsonb_build_object('REQUEST', jsonb_build_array(p.requested_by))
    FROM payee_change p WHERE p.status = 'REQUESTED'`,
}
