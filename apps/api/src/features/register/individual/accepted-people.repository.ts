import type { Platform } from '../../../platform/platform.ts'
import type { AcceptedPerson, AcceptedVersion } from './accepted-person.ts'

/** People the register has never met, with the sealed name, number and mobile of their row. */
export async function addIndividuals(
  { database }: Platform,
  of: AcceptedVersion,
  people: readonly AcceptedPerson[],
): Promise<void> {
  await database.query(
    {
      name: 'register-add-people',
      gate: 'PEOPLE',
      text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
      SELECT gen_random_uuid(), p.id_type, r.id_hash, r.id_masked, r.name_masked, r.personal, p.sex, p.birth_date
      FROM unnest($3::int[], $4::text[], $5::text[], $6::text[]) AS p(row_no, id_type, sex, birth_date)
      JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = p.row_no
      ON CONFLICT (id_hash) DO NOTHING`,
    },
    [
      of.declarationId,
      of.version,
      people.map(({ row }) => row),
      people.map(({ idType }) => idType),
      people.map(({ sex }) => sex),
      people.map(({ birthDate }) => birthDate),
    ],
  )
}

/** Somebody whose name was settled as changed: the register's sealed record, and the row's with the new name. */
export interface RenamedRow {
  individualId: string
  registered: Uint8Array
  declared: Uint8Array
}

export function lockRenamed(
  { database }: Platform,
  of: AcceptedVersion,
  rows: readonly number[],
): Promise<RenamedRow[]> {
  return database.query<RenamedRow>(
    {
      name: 'register-renamed',
      gate: 'PEOPLE',
      text: `SELECT i.id AS "individualId", i.personal AS registered, r.personal AS declared FROM personnel_record r
        JOIN individual i ON i.id_hash = r.id_hash
        WHERE r.declaration_id = $1 AND r.version = $2 AND r.row_no = ANY($3::int[]) ORDER BY i.id FOR NO KEY UPDATE OF i`,
    },
    [of.declarationId, of.version, rows],
  )
}

export async function updateNames(
  { database }: Platform,
  people: readonly { individualId: string; personal: Uint8Array; nameMasked: string }[],
): Promise<void> {
  await database.query(
    {
      name: 'register-rename',
      gate: 'PEOPLE',
      text: `UPDATE individual i SET personal = named.personal, name_masked = named.name_masked
        FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS named(id, personal, name_masked) WHERE i.id = named.id`,
    },
    [
      people.map(({ individualId }) => individualId),
      people.map(({ personal }) => Buffer.from(personal)),
      people.map(({ nameMasked }) => nameMasked),
    ],
  )
}
