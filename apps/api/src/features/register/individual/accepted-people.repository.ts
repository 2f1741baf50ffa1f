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

/** A different name that was settled as a change of the person's data. */
export async function renameIndividuals(
  { database }: Platform,
  of: AcceptedVersion,
  rows: readonly number[],
): Promise<void> {
  if (rows.length === 0) return
  await database.query(
    {
      name: 'register-rename',
      text: `UPDATE individual i SET personal = r.personal, name_masked = r.name_masked FROM personnel_record r
      WHERE r.declaration_id = $1 AND r.version = $2 AND r.row_no = ANY($3::int[]) AND i.id_hash = r.id_hash`,
    },
    [of.declarationId, of.version, rows],
  )
}
