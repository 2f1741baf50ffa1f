import type { Platform } from '../../../platform/platform.ts'
import type { Origin } from './origin.ts'

/** What held of a unit from a day to a day. Numbers are masked as they are stored. */
export interface HeldParticulars extends Origin {
  id: string
  validFrom: string
  validTo: string | null
  district: string | null
  unitType: string
  industry: string
  injuryClass: number
  injuryRatePpm: number | null
  registeredAddress: string
  actualAddress: string | null
  legalRepName: string
  legalRepIdMasked: string
  bankName: string
  bankAccountName: string
  bankAccountMasked: string
  contactMasked: string | null
}

/** More than any unit changes in a life. */
const most = 200

/** SQL: known at an instant ($2), or known now where none is asked for. */
export const knownAt = (row: string) =>
  `CASE WHEN $2::timestamp IS NULL THEN ${row}.superseded_at IS NULL
    ELSE ${row}.recorded_at < $2::timestamp AND (${row}.superseded_at IS NULL OR ${row}.superseded_at >= $2::timestamp) END`

/** Of a row of the register: where it is known from, with the number of the form and who took it in. */
export const originColumns = (row: string) =>
  `${row}.source, ${row}.recorded_at AS "recordedAt", ${row}.superseded_at AS "supersededAt", version.form_no AS "formNo",
    account.display_name AS "recordedBy"`
export const joinOrigin = (row: string) => `LEFT JOIN declaration_version version
    ON ${row}.source = 'DECLARATION' AND version.declaration_id = ${row}.source_id AND version.version = ${row}.source_version
  LEFT JOIN account ON account.id = ${row}.recorded_by`

/** The newest first. */
export function listHeldParticulars(
  { database }: Platform,
  employerId: string,
  asKnownOn: Date | undefined,
): Promise<HeldParticulars[]> {
  return database.query<HeldParticulars>(
    {
      name: 'history-particulars',
      text: `SELECT held.id, held.valid_from AS "validFrom", held.valid_to AS "validTo", held.district, held.unit_type AS "unitType", held.industry,
        held.injury_class AS "injuryClass", held.injury_rate_ppm AS "injuryRatePpm", held.registered_address AS "registeredAddress",
        held.actual_address AS "actualAddress", held.legal_rep_name AS "legalRepName", held.legal_rep_id_masked AS "legalRepIdMasked",
        held.bank_name AS "bankName", held.bank_account_name AS "bankAccountName", held.bank_account_masked AS "bankAccountMasked",
        held.contact_masked AS "contactMasked", ${originColumns('held')}
      FROM employer_particulars held ${joinOrigin('held')}
      WHERE held.employer_id = $1 AND ${knownAt('held')} ORDER BY held.valid_from DESC LIMIT ${most}`,
    },
    [employerId, asKnownOn ?? null],
  )
}
