import type { Platform } from '../../../platform/platform.ts'

export interface TimelineRow {
  lifecycle: string
  caseId: string
  seq: number
  event: string
  /** Number of the case, or the year of the declaration. */
  number: string
  actorKind: string
  /** Of staff and clerks alone. */
  actorName: string | null
  at: Date
}

export interface TimelineKey {
  at: Date
  lifecycle: string
  caseId: string
  seq: number
}

// Every case of the employer, from the tables that know whose it is.
const cases = `SELECT CASE kind WHEN 'MONTHLY' THEN 'monthly-declaration' ELSE 'annual-declaration' END AS lifecycle, id::text AS case_id,
    COALESCE(period, year::text) AS number FROM declaration WHERE employer_id = $1
  UNION ALL SELECT 'refund', id::text, number FROM refund WHERE employer_id = $1
  UNION ALL SELECT 'back-payment', id::text, number FROM back_payment WHERE employer_id = $1
  UNION ALL SELECT 'debit-agreement', id::text, agreement_no FROM debit_agreement WHERE employer_id = $1
  UNION ALL SELECT 'write-off', w.id::text, notice.number FROM write_off w JOIN payment_notice notice ON notice.id = w.notice_id
    WHERE notice.employer_id = $1
  UNION ALL SELECT 'reconciliation-item', id::text, reference FROM reconciliation_item WHERE employer_id = $1
  UNION ALL SELECT 'enforcement', id::text, number FROM enforcement_case WHERE employer_id = $1
  UNION ALL SELECT 'deemed-assessment', id::text, period FROM deemed_assessment WHERE employer_id = $1`

/** What happened in all cases of an employer until an instant, newest first. Events are never changed: then it read the same. */
export function listTimeline(
  { database }: Platform,
  employerId: string,
  before: TimelineKey | undefined,
  limit: number,
  asKnownOn?: Date,
): Promise<TimelineRow[]> {
  return database.query<TimelineRow>(
    {
      name: 'employer-timeline',
      text: `SELECT event.lifecycle, event.case_id AS "caseId", event.seq, event.event, own.number, event.actor_kind AS "actorKind",
        CASE WHEN account.kind IN ('STAFF', 'EMPLOYER') THEN account.display_name END AS "actorName", event.at
      FROM (${cases}) own
      JOIN case_event event ON event.lifecycle = own.lifecycle AND event.case_id = own.case_id
      LEFT JOIN account ON account.id = event.account_id
      WHERE ($7::timestamp IS NULL OR event.at < $7) AND ($2::timestamp IS NULL OR (event.at, event.lifecycle, event.case_id, event.seq) < ($2, $3::text, $4::text, $5::int))
      ORDER BY event.at DESC, event.lifecycle DESC, event.case_id DESC, event.seq DESC LIMIT $6`,
    },
    [
      employerId,
      before?.at ?? null,
      before?.lifecycle ?? null,
      before?.caseId ?? null,
      before?.seq ?? null,
      limit,
      asKnownOn ?? null,
    ],
  )
}

export interface DocumentOfEmployer {
  kind: string
  number: string
  verifyCode: string
  version: number
  withdrawn: boolean
  createdAt: Date
}

const mostDocuments = 100

/** What the office issued about an employer, its declarations, notices and payments, newest first; no person's certificate. */
export function listDocumentsOf({ database }: Platform, employerId: string): Promise<DocumentOfEmployer[]> {
  return database.query<DocumentOfEmployer>(
    {
      name: 'employer-documents',
      text: `SELECT kind, number, verify_code AS "verifyCode", version, withdrawn_on IS NOT NULL AS withdrawn, created_at AS "createdAt"
      FROM document WHERE kind NOT IN ('PERSONAL_CERTIFICATE', 'RIGHTS_STATEMENT', 'TRANSFER_VOUCHER', 'TRANSFER_ACCEPTANCE') AND subject_id IN (
        SELECT $1::uuid UNION ALL SELECT id FROM declaration WHERE employer_id = $1::uuid
        UNION ALL SELECT id FROM payment_notice WHERE employer_id = $1::uuid
        UNION ALL SELECT id FROM payment WHERE employer_id = $1::uuid)
      ORDER BY created_at DESC, id DESC LIMIT ${mostDocuments}`,
    },
    [employerId],
  )
}
