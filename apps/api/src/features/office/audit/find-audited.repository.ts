import type { Platform } from '../../../platform/platform.ts'

export interface AuditedPerson {
  id: string
  idMasked: string
  nameMasked: string
}

/** By the keyed hash of the whole number. */
export async function findAuditedPerson(
  { database }: Platform,
  idHash: Uint8Array,
): Promise<AuditedPerson | undefined> {
  const [person] = await database.query<AuditedPerson>(
    {
      name: 'audited-person',
      text: `SELECT id, id_masked AS "idMasked", name_masked AS "nameMasked" FROM individual WHERE id_hash = $1`,
    },
    [idHash],
  )
  return person
}

/** By the whole registration number or unified code. */
export async function findAuditedEmployer({ database }: Platform, number: string): Promise<string | undefined> {
  const [unit] = await database.query<{ id: string }>(
    { name: 'audited-employer', text: 'SELECT id FROM employer WHERE registration_no = $1 OR credit_code = $1' },
    [number],
  )
  return unit?.id
}

/** The next number of an export; one that fails leaves a gap. */
export async function nextTrailNumber({ database }: Platform, year: string): Promise<string> {
  const [row] = await database.query<{ number: bigint }>({
    name: 'audit-export-number',
    text: `SELECT nextval('audit_export_number') AS number`,
  })
  return `SJ${year}-${String(row?.number ?? 0n).padStart(6, '0')}`
}
