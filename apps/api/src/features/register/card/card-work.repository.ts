import type { WorkSource } from '../../../case/work-source.ts'

/** Cards that were applied for, until they are made; what is made waits for its holder. */
export const cardWork: WorkSource = {
  see: 'card:find',
  ofPerson: true,
  waiting: `SELECT card.id::text, card.status, card.revision, card.number_masked, NULL::uuid, person.name_masked || ' ' || person.id_masked,
      card.created_at, card.ready_on, NULL::bigint, NULL::int, ARRAY['MAKE'], '{}'::jsonb, card.individual_id
    FROM card JOIN individual person ON person.id = card.individual_id WHERE card.status = 'APPLIED'`,
}
