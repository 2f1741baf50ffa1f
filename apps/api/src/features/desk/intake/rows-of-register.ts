import { normalisePersonName } from '@shebao/identifiers'
import { checkPersonIdentifier } from '@shebao/identifiers'
import { identifierProblem, rowError, rowWarning } from '@shebao/intake'
import type { Platform } from '../../../platform/platform.ts'
import type { Office, ProblemsByRow } from './import-work.ts'
import { findEmployersByNumber, findPeopleByHash } from './register-lookup.repository.ts'

/** Bytes as a key of a map. */
export const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64')

export const personHash = (platform: Platform, idNumber: string): Uint8Array =>
  platform.vault.lookupHash('person-id', idNumber)

interface NamingRow {
  row: number
  values: { registrationNo?: string; idNumber?: string; name?: string }
}

export interface Named {
  employerId: string
  individualId: string
}

/** Whom each row is about; a row that names nobody registered gets its problem and nobody. */
export async function nameRows(
  platform: Platform,
  office: Office,
  rows: readonly NamingRow[],
  problems: ProblemsByRow,
): Promise<Map<number, Named>> {
  const employers = await nameEmployers(platform, office, rows, problems)
  const hashes = new Map<number, Uint8Array>()
  for (const { row, values } of rows) {
    if (values.idNumber === undefined) continue
    const id = checkPersonIdentifier(undefined, values.idNumber, office.today, 'HISTORICAL')
    if (id.ok) hashes.set(row, personHash(platform, id.value))
    else problems.add(row, ...identifierProblem('idNumber', id))
  }
  const wanted = [...new Map([...hashes.values()].map((hash) => [keyOf(hash), hash])).values()]
  const people = new Map((await findPeopleByHash(platform, wanted)).map((one) => [keyOf(one.idHash), one]))
  const named = new Map<number, Named>()
  for (const { row, values } of rows) {
    const hash = hashes.get(row)
    const person = hash && people.get(keyOf(hash))
    if (hash && !person) problems.add(row, rowError('idNumber', 'NOT_REGISTERED'))
    const employerId = employers.get(row)
    if (!person || employerId === undefined) continue
    named.set(row, { employerId, individualId: person.id })
    const { name } = platform.vault.open<{ name?: string }>(person.personal)
    if (
      values.name !== undefined &&
      name !== undefined &&
      normalisePersonName(name) !== normalisePersonName(values.name)
    )
      problems.add(row, rowWarning('name', 'NAME_DIFFERS'))
  }
  return named
}

/** The employer of each row, by registration number or credit code. */
export async function nameEmployers(
  platform: Platform,
  office: Office,
  rows: readonly NamingRow[],
  problems: ProblemsByRow,
): Promise<Map<number, string>> {
  const numbers = [...new Set(rows.flatMap(({ values }) => values.registrationNo ?? []))]
  const known = await findEmployersByNumber(platform, numbers)
  const byNumber = new Map(known.flatMap((one) => [[one.registrationNo, one] as const, [one.creditCode, one] as const]))
  const named = new Map<number, string>()
  for (const { row, values } of rows) {
    if (values.registrationNo === undefined) continue
    const employer = byNumber.get(values.registrationNo)
    if (!employer) problems.add(row, rowError('registrationNo', 'NOT_REGISTERED'))
    else if (employer.region !== office.region)
      problems.add(row, rowError('registrationNo', 'OTHER_REGION', employer.region))
    else named.set(row, employer.id)
  }
  return named
}
