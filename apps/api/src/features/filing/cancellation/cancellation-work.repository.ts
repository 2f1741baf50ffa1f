import type { WorkSource } from '../../../case/work-source.ts'

/** Units that asked to leave the register, until somebody decides. */
export const cancellationWork: WorkSource = {
  see: 'cancellation:read',
  waiting: `SELECT c.id::text, c.status, 0, c.number, c.employer_id, NULL::text, c.requested_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['APPROVE'], '{}'::jsonb
    FROM cancellation c WHERE c.status = 'REQUESTED'`,
}
