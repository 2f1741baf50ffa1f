import type { WorkSource } from '../../../case/work-source.ts'

/** Refunds under way. */
export const refundWork: WorkSource = {
  see: 'refund:list',
  ofPerson: true,
  waiting: `SELECT r.id::text, r.status, 0, r.number, r.employer_id, person.name_masked, COALESCE(r.approved_at, r.verified_at, r.applied_at),
      NULL::text, r.amount, NULL::int, NULL::text[],
      jsonb_build_object('APPLY', jsonb_build_array(r.applied_by), 'VERIFY', jsonb_build_array(r.verified_by), 'APPROVE', jsonb_build_array(r.approved_by)), r.individual_id
    FROM refund r LEFT JOIN individual person ON person.id = r.individual_id WHERE r.status IN ('APPLIED', 'VERIFIED', 'APPROVED')`,
}
