import type { WorkSource } from '../../../case/work-source.ts'

/** Months that one proposed to deem, until another decides. */
export const deemedAssessmentWork: WorkSource = {
  see: 'deemed-assessment:read',
  waiting: `SELECT d.id::text, d.status, 0, d.period, d.employer_id, NULL::text, d.proposed_at, NULL::text, d.total, d.people,
      NULL::text[], jsonb_build_object('PROPOSE', jsonb_build_array(d.proposed_by))
    FROM deemed_assessment d WHERE d.status = 'PROPOSED'`,
}
