import type { ActorKind } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface AuditRow {
  seq: string
  /** Place in the chain; null until the job has linked it. */
  position: string | null
  at: Date
  actorKind: ActorKind
  actorId: string | null
  /** Staff and employers' clerks by name; insured people are not named here. */
  actorName: string | null
  role: string | null
  origin: string
  action: string
  recordType: string
  recordId: string
  reason: string | null
  change: unknown
  /** In the chain, so that a file can be held against it. */
  hash: string | null
}

export interface AuditSelection {
  recordType?: string | undefined
  recordId?: string | undefined
  /** Account id or staff number. */
  actor?: string | undefined
  action?: string | undefined
  /** Entries of the unit, of its declarations, bills, payments, refunds, back payments and agreements. */
  employerId?: string | undefined
  /** Entries that stand with the person or with their account, or name them among others. */
  individualId?: string | undefined
  /** Instants; `to` is not included. */
  from?: Date | undefined
  to?: Date | undefined
  beforeSeq?: string | undefined
  limit: number
}

const ofUnit = `SELECT 'Employer', $9::text
  UNION ALL SELECT 'Declaration', id::text FROM declaration WHERE employer_id = $9::uuid
  UNION ALL SELECT 'PaymentNotice', id::text FROM payment_notice WHERE employer_id = $9::uuid
  UNION ALL SELECT 'Payment', id::text FROM payment WHERE employer_id = $9::uuid
  UNION ALL SELECT 'Refund', id::text FROM refund WHERE employer_id = $9::uuid
  UNION ALL SELECT 'BackPayment', id::text FROM back_payment WHERE employer_id = $9::uuid
  UNION ALL SELECT 'DebitAgreement', id::text FROM debit_agreement WHERE employer_id = $9::uuid`
const ofPerson = `SELECT 'Individual', $10::text
  UNION ALL SELECT 'Account', id::text FROM account WHERE individual_id = $10::uuid`
/** Among several that one answer showed. */
const named = `e.seq IN (SELECT seq FROM audit_event WHERE change ? 'records' AND change -> 'records' ? $10::text)`
const within = (asked: string, records: string) =>
  `AND (${asked}::text IS NULL OR (e.record_type, e.record_id) IN (${records}))`

/** Newest first. */
export async function findAuditRows({ database }: Platform, wanted: AuditSelection): Promise<AuditRow[]> {
  return database.query<AuditRow>(
    {
      name: 'audit-trail',
      text: `SELECT e.seq::text AS seq, l.position::text AS position, e.at, e.actor_kind AS "actorKind", e.actor_id::text AS "actorId",
        CASE WHEN a.kind IN ('STAFF', 'EMPLOYER') THEN a.display_name END AS "actorName",
        e.role, e.origin, e.action, e.record_type AS "recordType", e.record_id AS "recordId", e.reason, e.change,
        encode(l.hash, 'hex') AS hash
      FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN audit_link l ON l.seq = e.seq
      WHERE ($1::text IS NULL OR e.record_type = $1) AND ($2::text IS NULL OR e.record_id = $2)
        AND ($3::text IS NULL OR e.actor_id::text = $3 OR a.staff_no = $3)
        AND ($4::text IS NULL OR e.action = $4)
        AND ($5::timestamp IS NULL OR e.at >= $5)
        AND ($6::timestamp IS NULL OR e.at < $6)
        ${within('$9', ofUnit)}
        AND ($10::text IS NULL OR (e.record_type, e.record_id) IN (${ofPerson}) OR ${named})
        AND ($7::bigint IS NULL OR e.seq < $7::bigint)
      ORDER BY e.seq DESC LIMIT $8`,
    },
    [
      wanted.recordType ?? null,
      wanted.recordId ?? null,
      wanted.actor ?? null,
      wanted.action ?? null,
      wanted.from ?? null,
      wanted.to ?? null,
      wanted.beforeSeq ?? null,
      wanted.limit,
      wanted.employerId ?? null,
      wanted.individualId ?? null,
    ],
  )
}

export async function countAuditRows({ database }: Platform): Promise<number> {
  return database.prisma.auditEvent.count()
}
