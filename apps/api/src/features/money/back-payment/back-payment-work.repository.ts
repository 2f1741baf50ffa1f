import type { WorkSource } from '../../../case/work-source.ts'

/** Requests that staff check or approve. */
export const backPaymentWork: WorkSource = {
  see: 'back-payment:list',
  waiting: `SELECT id::text, status, 0, number, employer_id, NULL::text, COALESCE(checked_at, applied_at), NULL::text, premium + late_fee, people,
      NULL::text[], jsonb_build_object('CHECK', jsonb_build_array(checked_by))
    FROM back_payment WHERE status IN ('APPLIED', 'CHECKED')`,
}
