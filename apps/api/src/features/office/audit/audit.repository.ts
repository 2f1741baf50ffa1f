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
}

export interface AuditSelection {
  recordType?: string | undefined
  recordId?: string | undefined
  /** Account id or staff number. */
  actor?: string | undefined
  action?: string | undefined
  /** Instants; `to` is not included. */
  from?: Date | undefined
  to?: Date | undefined
  beforeSeq?: string | undefined
  limit: number
}

/** Newest first. */
export async function findAuditRows({ database }: Platform, wanted: AuditSelection): Promise<AuditRow[]> {
  return database.query<AuditRow>(
    {
      name: 'audit-trail',
      text: `SELECT e.seq::text AS seq, l.position::text AS position, e.at, e.actor_kind AS "actorKind", e.actor_id::text AS "actorId",
        CASE WHEN a.kind IN ('STAFF', 'EMPLOYER') THEN a.display_name END AS "actorName",
        e.role, e.origin, e.action, e.record_type AS "recordType", e.record_id AS "recordId", e.reason, e.change
      FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN audit_link l ON l.seq = e.seq
      WHERE ($1::text IS NULL OR e.record_type = $1) AND ($2::text IS NULL OR e.record_id = $2)
        AND ($3::text IS NULL OR e.actor_id::text = $3 OR a.staff_no = $3)
        AND ($4::text IS NULL OR e.action = $4)
        AND ($5::timestamp IS NULL OR e.at >= $5)
        AND ($6::timestamp IS NULL OR e.at < $6)
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
    ],
  )
}

export async function countAuditRows({ database }: Platform): Promise<number> {
  return database.prisma.auditEvent.count()
}
