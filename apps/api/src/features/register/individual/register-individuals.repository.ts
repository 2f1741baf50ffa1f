import { maskIdNumber, maskName } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'

/** A person who comes into the register with a table of the office. */
export interface NewIndividual {
  name: string
  idType: string
  idNumber: string
  sex: string
  birthDate: string
  mobile: string
}

const peopleAtOnce = 5_000

/** All in a few statements; the ids in the order of the people. The database refuses a number that is there already. */
export async function registerIndividuals(
  { database, vault }: Platform,
  people: readonly NewIndividual[],
): Promise<string[]> {
  const ids = people.map(() => crypto.randomUUID())
  for (let start = 0; start < people.length; start += peopleAtOnce) {
    const part = people.slice(start, start + peopleAtOnce)
    await database.query(
      {
        name: 'register-individuals',
        text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
          SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[])`,
      },
      [
        ids.slice(start, start + part.length),
        part.map(({ idType }) => idType),
        part.map(({ idNumber }) => vault.lookupHash('person-id', idNumber)),
        part.map(({ idNumber }) => maskIdNumber(idNumber)),
        part.map(({ name }) => maskName(name)),
        part.map(({ name, idNumber, mobile }) => vault.seal({ name, idNumber, mobile })),
        part.map(({ sex }) => sex),
        part.map(({ birthDate }) => birthDate),
      ],
    )
  }
  return ids
}

/** People whom a table brought and nothing stands on; what does refuses it by its reference. */
export async function removeIndividuals({ database }: Platform, ids: readonly string[]): Promise<void> {
  await database.query(
    { name: 'register-remove-individuals', text: 'DELETE FROM individual WHERE id = ANY($1::uuid[])' },
    [ids],
  )
}
