import type { WorkSource } from '../../../case/work-source.ts'

/** Handed in, or under review; who reviewed a version is said of that version alone. */
export const monthlyWork: WorkSource = {
  see: 'review:read',
  waiting: `SELECT d.id::text, d.status, d.version, version.form_no, d.employer_id, d.period || ' ' || d.filing,
      COALESCE(CASE WHEN d.status <> 'SUBMITTED' THEN taken.last_at END, version.submitted_at), d.due_on, NULL::bigint, version.people,
      CASE d.status WHEN 'SUBMITTED' THEN ARRAY['START_REVIEW']
        ELSE CASE WHEN taken.by_event ? 'RECOMMEND' THEN ARRAY['APPROVE'] ELSE ARRAY['APPROVE', 'RECOMMEND'] END END,
      COALESCE(taken.by_event, '{}')
    FROM declaration d
    JOIN declaration_version version ON version.declaration_id = d.id AND version.version = d.version
    CROSS JOIN LATERAL (SELECT max(last_at) AS last_at, jsonb_object_agg(event, accounts) FILTER (WHERE event IN ('START_REVIEW', 'RECOMMEND')) AS by_event
      FROM (SELECT event, max(at) AS last_at, jsonb_agg(DISTINCT account_id) AS accounts FROM case_event
        WHERE lifecycle = 'monthly-declaration' AND case_id = d.id::text AND revision = d.version GROUP BY event) step) taken
    WHERE d.kind = 'MONTHLY' AND d.status IN ('SUBMITTED', 'UNDER_REVIEW')`,
}
