import { maskIdNumber, maskName } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'
import type { NewIndividual } from './register-individuals.repository.ts'

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const byHash = `SELECT id, encode(id_hash, 'hex') AS hash FROM individual WHERE id_hash = ANY($1::bytea[])`

/** People of an accepted declaration: who is not in the register yet comes into it. The ids in the order of the people, in two statements. */
export async function takeInPeople(
  { database, vault }: Platform,
  people: readonly NewIndividual[],
): Promise<(string | undefined)[]> {
  if (people.length === 0) return []
  const hashes = people.map(({ idNumber }) => asBuffer(vault.lookupHash('person-id', idNumber)))
  await database.query(
    {
      name: 'register-take-in-people',
      gate: 'PEOPLE',
      text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
        SELECT gen_random_uuid(), p.* FROM unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::text[])
          AS p(id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
        ON CONFLICT (id_hash) DO NOTHING`,
    },
    [
      people.map(({ idType }) => idType),
      hashes,
      people.map(({ idNumber }) => maskIdNumber(idNumber)),
      people.map(({ name }) => maskName(name)),
      people.map(({ name, idNumber, mobile }) => asBuffer(vault.seal({ name, idNumber, mobile }))),
      people.map(({ sex }) => sex),
      people.map(({ birthDate }) => birthDate),
    ],
  )
  const rows = await database.query<{ id: string; hash: string }>(
    { name: 'register-ids-of-people', gate: 'PEOPLE', text: byHash },
    [hashes],
  )
  const ids = new Map(rows.map(({ hash, id }) => [hash, id]))
  return hashes.map((hash) => ids.get(hash.toString('hex')))
}

/** What a person said of themselves anew: the name, the number or the mobile. */
export interface Restated {
  individualId: string
  field: 'name' | 'idNumber' | 'mobile'
  value: string
  /** The kind of document of a new number. */
  idType: string
}

interface Personal {
  name: string
  idNumber: string
  mobile?: string
}

/** Which of these numbers somebody in the register has already. */
export async function findHeldNumbers(
  { database, vault }: Platform,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const hashes = numbers.map((number) => asBuffer(vault.lookupHash('person-id', number)))
  const held = await database.query<{ hash: string }>(
    { name: 'register-ids-of-people', gate: 'PEOPLE', text: byHash },
    [hashes],
  )
  const known = new Set(held.map(({ hash }) => hash))
  return new Set(numbers.filter((_, index) => known.has(hashes[index]?.toString('hex') ?? '')))
}

/** These people's records are corrected; whether a new number is somebody else's is asked before (`findHeldNumbers`). */
export async function restatePeople({ database, vault }: Platform, people: readonly Restated[]): Promise<void> {
  if (people.length === 0) return
  const rows = await database.query<{ id: string; personal: Uint8Array }>(
    {
      name: 'register-restated',
      gate: 'PEOPLE',
      text: 'SELECT id, personal FROM individual WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    },
    [people.map(({ individualId }) => individualId)],
  )
  const after = rows.map(({ id, personal }) => {
    const own = people.filter(({ individualId }) => individualId === id)
    const known = vault.open<Personal>(personal)
    const said = own.reduce<Personal>((all, { field, value }) => ({ ...all, [field]: value }), known)
    const idType = own.find(({ field }) => field === 'idNumber')?.idType ?? null
    return { id, idType, said }
  })
  await database.query(
    {
      name: 'register-restate',
      gate: 'PEOPLE',
      text: `UPDATE individual i SET personal = p.personal, name_masked = p.name_masked, id_masked = p.id_masked, id_hash = p.id_hash,
          id_type = COALESCE(p.id_type, i.id_type)
        FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::bytea[], $6::text[]) AS p(id, personal, name_masked, id_masked, id_hash, id_type)
        WHERE i.id = p.id`,
    },
    [
      after.map(({ id }) => id),
      after.map(({ said }) => asBuffer(vault.seal(said))),
      after.map(({ said }) => maskName(said.name)),
      after.map(({ said }) => maskIdNumber(said.idNumber)),
      after.map(({ said }) => asBuffer(vault.lookupHash('person-id', said.idNumber))),
      after.map(({ idType }) => idType),
    ],
  )
}
