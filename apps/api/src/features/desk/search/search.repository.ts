import type { Platform } from '../../../platform/platform.ts'
import { knownAt } from '../../register/history/index.ts'

/** What a number of the office can be the number of. */
export const hitKinds = [
  'EMPLOYER',
  'DECLARATION',
  'MONTHLY_DECLARATION',
  'NOTICE',
  'PAYMENT',
  'REFUND',
  'BACK_PAYMENT',
  'DEBIT_AGREEMENT',
  'DOCUMENT',
  'STATEMENT',
  'STATEMENT_LINE',
] as const
export type HitKind = (typeof hitKinds)[number]

export interface HitRow {
  kind: HitKind
  /** Of the row itself; of a document its verification code, of a statement the day it covers. */
  id: string
  number: string
  employerId: string | null
  employerName: string | null
  /** Year, month or day it is about, or the kind of document. */
  concerning: string | null
  amount: bigint | null
}

/** More of one number would be none of ours. */
const mostHits = 20

// $1: the number as written, in capitals, and without blanks and hyphens; each table has an index on its own.
const kinds: readonly string[] = [
  `SELECT 'EMPLOYER' AS kind, id::text, registration_no AS number, id AS employer_id, NULL AS concerning, NULL::bigint AS amount
    FROM employer WHERE registration_no = ANY($1) OR credit_code = ANY($1)`,
  `SELECT 'DECLARATION', d.id::text, v.form_no, d.employer_id, d.year::text, NULL
    FROM declaration_version v JOIN declaration d ON d.id = v.declaration_id WHERE v.form_no = ANY($1) AND d.kind = 'ANNUAL_INSPECTION'`,
  `SELECT 'MONTHLY_DECLARATION', d.id::text, v.form_no, d.employer_id, d.period, NULL
    FROM declaration_version v JOIN declaration d ON d.id = v.declaration_id WHERE v.form_no = ANY($1) AND d.kind = 'MONTHLY'`,
  `SELECT 'NOTICE', id::text, number, employer_id, period, total FROM payment_notice WHERE number = ANY($1)`,
  `SELECT 'PAYMENT', id::text, bank_reference, employer_id, value_date, amount FROM payment WHERE bank_reference = ANY($1)`,
  `SELECT 'REFUND', id::text, number, employer_id, period, amount FROM refund WHERE number = ANY($1) OR bank_reference = ANY($1)`,
  `SELECT 'BACK_PAYMENT', id::text, number, employer_id, NULL, premium FROM back_payment WHERE number = ANY($1)`,
  `SELECT 'DEBIT_AGREEMENT', id::text, agreement_no, employer_id, NULL, NULL FROM debit_agreement WHERE agreement_no = ANY($1)`,
  `SELECT 'DOCUMENT', verify_code, number, NULL, kind, NULL FROM document WHERE number = ANY($1) OR verify_code = ANY($1)`,
  `SELECT 'STATEMENT', day, statement_no, NULL, source, closing_balance FROM statement WHERE statement_no = ANY($1)`,
  `SELECT 'STATEMENT_LINE', s.day, l.reference, NULL, s.source, l.amount
    FROM statement_entry l JOIN statement s ON s.id = l.statement_id WHERE l.reference = ANY($1)`,
]

/** Every row that carries one of these numbers, in one statement. */
export function findHits({ database }: Platform, numbers: readonly string[]): Promise<HitRow[]> {
  return database.query<HitRow>(
    {
      name: 'search-number',
      text: `SELECT hit.kind, hit.id, hit.number, hit.employer_id AS "employerId", employer.name AS "employerName",
        hit.concerning, hit.amount
      FROM (${kinds.join(' UNION ALL ')}) hit LEFT JOIN employer ON employer.id = hit.employer_id
      LIMIT ${mostHits}`,
    },
    [numbers],
  )
}

export interface FoundPerson {
  id: string
  idMasked: string
  nameMasked: string
}

/** By the keyed hash of the whole ID number, or of the number of a card. */
export async function findPersonByHash(
  { database }: Platform,
  { idHash, cardHash }: { idHash: Uint8Array; cardHash: Uint8Array },
): Promise<FoundPerson | undefined> {
  const [person] = await database.query<FoundPerson>(
    {
      name: 'search-person',
      text: `SELECT id, id_masked AS "idMasked", name_masked AS "nameMasked" FROM individual
      WHERE id_hash = $1 OR id = (SELECT individual_id FROM card WHERE number_hash = $2)`,
    },
    [idHash, cardHash],
  )
  return person
}

export interface SpellOfPerson {
  employerId: string
  employerName: string
  registrationNo: string
  fromPeriod: string
  toPeriod: string | null
}

const mostSpells = 50

/** Where somebody is and was insured, newest first, as it is known now or was known at an instant. */
export function listSpellsOf(
  { database }: Platform,
  individualId: string,
  asKnownOn: Date | undefined,
): Promise<SpellOfPerson[]> {
  return database.query<SpellOfPerson>(
    {
      name: 'search-person-spells',
      text: `SELECT employer.id AS "employerId", employer.name AS "employerName", employer.registration_no AS "registrationNo",
        min(enrolment.from_period) AS "fromPeriod",
        CASE WHEN bool_or(enrolment.to_period IS NULL) THEN NULL ELSE max(enrolment.to_period) END AS "toPeriod"
      FROM enrolment JOIN employer ON employer.id = enrolment.employer_id
      WHERE enrolment.individual_id = $1 AND ${knownAt('enrolment')}
      GROUP BY enrolment.spell_id, employer.id ORDER BY min(enrolment.from_period) DESC, enrolment.spell_id LIMIT ${mostSpells}`,
    },
    [individualId, asKnownOn ?? null],
  )
}
