import type { WorkSource } from '../../../case/work-source.ts'

/** Requests of the window that have not lapsed; they are to be confirmed before they do. */
export const cardPasswordWork = (openForMs: number): WorkSource => ({
  see: 'card-password:list-resets',
  ofPerson: true,
  waiting: `SELECT reset.id::text, 'OPEN', 0, NULL::text, NULL::uuid, person.name_masked || ' ' || person.id_masked, reset.requested_at,
      to_char(reset.requested_at + interval '8 hours' + interval '${openForMs} milliseconds', 'YYYY-MM-DD'), NULL::bigint, NULL::int, NULL::text[], jsonb_build_object('REQUEST', jsonb_build_array(reset.requested_by)), reset.individual_id
    FROM card_password_reset reset JOIN individual person ON person.id = reset.individual_id
    WHERE reset.confirmed_at IS NULL AND reset.requested_at > $2::timestamp - interval '${openForMs} milliseconds'`,
})
