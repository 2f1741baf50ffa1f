import type { WorkSource } from '../../../case/work-source.ts'

/** Questions without an answer; whose they are stands masked. */
export const questionWork: WorkSource = {
  see: 'question:list',
  ofPerson: true,
  waiting: `SELECT q.id::text, q.status, 0, q.number, NULL::uuid, person.name_masked, q.asked_at, q.due_on, NULL::bigint, NULL::int,
      NULL::text[], '{}'::jsonb, q.individual_id
    FROM question q JOIN individual person ON person.id = q.individual_id WHERE q.status = 'OPEN'`,
}
