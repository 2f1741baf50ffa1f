import type { EmployerParticulars } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { RegisterSource } from './register-source.ts'

export type ParticularsRow = EmployerParticulars

/** What holds of a unit for a while, as it is stored: numbers, telephones and the account sealed, with what is shown of them. */
export type Particulars = Pick<
  EmployerParticulars,
  | 'district'
  | 'unitType'
  | 'industry'
  | 'injuryClass'
  | 'injuryRatePpm'
  | 'registeredAddress'
  | 'actualAddress'
  | 'legalRepName'
  | 'legalRepIdType'
  | 'legalRepPersonal'
  | 'legalRepIdMasked'
  | 'bankName'
  | 'bankAccountName'
  | 'bankAccountCipher'
  | 'bankAccountMasked'
  | 'contactPersonal'
  | 'contactMasked'
>

/** From a day to a day, both included; open while it holds. */
export type DatedParticulars = Particulars & Pick<EmployerParticulars, 'employerId' | 'validFrom' | 'validTo'>

/** As they are known now, the oldest first. */
export function listParticulars({ database }: Platform, employerId: string): Promise<ParticularsRow[]> {
  return database.prisma.employerParticulars.findMany({
    where: { employerId, supersededAt: null },
    orderBy: { validFrom: 'asc' },
  })
}

export async function lockEmployer({ database }: Platform, employerId: string): Promise<void> {
  await database.query(
    { name: 'register-lock-employer', text: 'SELECT 1 FROM employer WHERE id = $1 FOR NO KEY UPDATE' },
    [employerId],
  )
}

export async function supersedeParticulars({ database }: Platform, ids: readonly string[], at: Date): Promise<void> {
  await database.query(
    {
      name: 'register-supersede-particulars',
      text: `UPDATE employer_particulars SET superseded_at = GREATEST(recorded_at, $2::timestamp) WHERE id = ANY($1::uuid[])`,
    },
    [ids, at],
  )
}

/** Many at once, of one employer or of many; the database refuses what holds twice for a day. */
export async function insertParticulars(
  { database }: Platform,
  rows: readonly (DatedParticulars & { source: RegisterSource })[],
): Promise<void> {
  await database.prisma.employerParticulars.createMany({
    data: rows.map(({ source, ...row }) => ({
      ...row,
      source: source.kind,
      sourceId: source.id,
      sourceVersion: source.version,
      recordedBy: source.by,
      recordedAt: source.at,
    })),
  })
}

const shared = `district, unit_type, industry, injury_class, injury_rate_ppm, registered_address, legal_rep_name, legal_rep_id_type, legal_rep_personal,
  legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher, bank_account_masked`

/** `employer` has what holds today: brought up to date when it changes, and each day for what was to hold from that day. */
export async function bringEmployersUpToDate(
  { database }: Platform,
  today: string,
  employerId: string | null = null,
): Promise<number> {
  const [counted] = await database.query<{ changed: number }>(
    {
      name: 'register-employers-of-today',
      text: `WITH changed AS (
        UPDATE employer unit SET (${shared}) = ROW(${shared.replaceAll(/\w+/gu, 'held.$&')})
        FROM employer_particulars held
        WHERE held.employer_id = unit.id AND held.superseded_at IS NULL AND held.valid_from <= $1
          AND (held.valid_to IS NULL OR held.valid_to >= $1) AND ($2::uuid IS NULL OR unit.id = $2::uuid)
          AND (${shared.replaceAll(/\w+/gu, 'unit.$&')}) IS DISTINCT FROM (${shared.replaceAll(/\w+/gu, 'held.$&')})
        RETURNING 1)
      SELECT count(*)::int AS changed FROM changed`,
    },
    [today, employerId],
  )
  return counted?.changed ?? 0
}
