import type { WorkSource } from '../../../case/work-source.ts'

/** A draft waits for whoever writes it, a simulated one for its second person. */
export const proposalWork: WorkSource = {
  see: 'proposal:read',
  waiting: `SELECT id::text, status, revision, NULL::text, NULL::uuid, title, updated_at, NULL::text, NULL::bigint, NULL::int,
      CASE status WHEN 'DRAFT' THEN ARRAY['EDIT'] ELSE ARRAY['PUBLISH'] END,
      jsonb_build_object('CREATE', jsonb_build_array(created_by), 'EDIT', to_jsonb(editors))
    FROM policy_proposal WHERE status IN ('DRAFT', 'SIMULATED')`,
}
