import type { WorkSource } from '../../../case/work-source.ts'

/** Employers that registered by themselves, until somebody decides: within fifteen days (Social Insurance Law 57). */
export const registrationWork: WorkSource = {
  see: 'registration:read',
  waiting: `SELECT r.id::text, r.status, r.version, r.number, NULL::uuid, r.unit_name, r.submitted_at,
      to_char(r.submitted_at + interval '8 hours' + interval '15 days', 'YYYY-MM-DD'), NULL::bigint, NULL::int,
      ARRAY['APPROVE'], '{}'::jsonb
    FROM registration r WHERE r.status = 'SUBMITTED'`,
}
