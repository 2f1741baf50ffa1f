import type { WorkSource } from '../../../case/work-source.ts'

/** Employers that registered by themselves, until somebody decides. */
export const registrationWork: WorkSource = {
  see: 'registration:read',
  waiting: `SELECT r.id::text, r.status, r.version, r.number, NULL::uuid, r.unit_name, r.submitted_at, NULL::text, NULL::bigint, NULL::int,
      ARRAY['APPROVE'], '{}'::jsonb
    FROM registration r WHERE r.status = 'SUBMITTED'`,
}
