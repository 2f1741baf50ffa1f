import type { WorkSource } from '../../../case/work-source.ts'

/** Cases of SIL 63 that wait for the agency; those at the department, a bank, the court or the unit wait for them. */
export const enforcementWork: WorkSource = {
  see: 'enforcement:read',
  waiting: `SELECT held.id::text, held.status, held.revision, held.number, held.employer_id, NULL::text, held.changed_at, held.due_by,
      held.principal + held.late_fee, (SELECT count(*)::int FROM enforcement_debt debt WHERE debt.case_id = held.id),
      CASE WHEN held.standing #>> '{draft,paper,step}' IS NOT NULL THEN ARRAY[held.standing #>> '{draft,paper,step}']
        WHEN held.status = 'OVERDUE' AND held.standing ? 'finding' THEN ARRAY['VERIFY_ARREARS']
        WHEN held.status = 'OVERDUE' THEN ARRAY['INVESTIGATE']
        WHEN held.status = 'ORDERED' THEN ARRAY['SERVE_ORDER']
        WHEN held.status = 'ALLOCATED' THEN ARRAY['FIND_SHORTFALL']
        WHEN held.status = 'OFFSET' THEN ARRAY['FIND_REST']
        WHEN held.status = 'SUSPENDED' THEN ARRAY['RESUME']
        WHEN held.status = 'AGREEMENT_BREACHED' AND held.standing #>> '{deferral,notifiedOn}' IS NOT NULL THEN ARRAY['REALISE_GUARANTEE']
        WHEN held.status = 'SHORTFALL' AND held.standing ? 'courtDemand' AND held.standing #> '{courtDemand,service}' IS NULL THEN ARRAY['SERVE_COURT_DEMAND']
        ELSE ARRAY['PREPARE_PAPER'] END,
      jsonb_build_object('INVESTIGATE', COALESCE(held.standing #> '{finding,by}', '[]'::jsonb),
        'PREPARE_PAPER', COALESCE(held.standing #> '{draft,by}', '[]'::jsonb))
    FROM enforcement_case held
    WHERE held.status IN ('OVERDUE', 'VERIFIED', 'ORDER_EXPIRED', 'SHORTFALL', 'AGREEMENT_BREACHED', 'RULED_REFUSED', 'ALLOCATED', 'OFFSET')
      OR held.standing ? 'draft'
      OR (held.status = 'ORDERED' AND held.standing #> '{order,service}' IS NULL)
      OR (held.status = 'ACCOUNT_QUERIED' AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(held.standing #> '{query,banks}') bank WHERE NOT EXISTS (
          SELECT FROM jsonb_array_elements(held.standing #> '{query,replies}') reply
          WHERE reply ->> 'bankId' = bank ->> 'id' AND reply ->> 'more' IS DISTINCT FROM 'true')))`,
}
