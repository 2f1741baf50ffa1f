import { createHash } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'

/** One entry of the audit trail (R765 37-38). `change` holds masked values only: the trail is read by many. */
export interface AuditEntry {
  actorKind: 'EMPLOYER' | 'INSURED' | 'STAFF' | 'SYSTEM' | 'ANONYMOUS'
  actorId?: string | undefined
  role?: string | undefined
  /** Network address as a keyed hash, or the name of the job that acted. */
  origin: string
  action: string
  recordType: string
  recordId: string
  reason?: string | undefined
  change?: Record<string, unknown>
}

export interface Audit {
  /** Appends to the chain within the open transaction, so that no change stands without its entry. */
  record(entry: AuditEntry): Promise<void>
  /** Recomputes the chain; the sequence number of the first entry that does not fit, or undefined. */
  findBreak(): Promise<bigint | undefined>
}

const lockKey = 0x5be0a0
const genesis = new Uint8Array(32)
const pageSize = 5_000

export function createAudit(database: Database, clock: Clock): Audit {
  return {
    record: (entry) =>
      database.transaction(async () => {
        // One writer at a time: each hash covers the one before it.
        await database.query({ name: 'audit-lock', text: 'SELECT pg_advisory_xact_lock($1)' }, [lockKey])
        const [last] = await database.query<{ hash: Uint8Array }>({
          name: 'audit-last',
          text: 'SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1',
        })
        const prevHash = last ? new Uint8Array(last.hash) : genesis
        const at = clock.now()
        const row = {
          at,
          actorKind: entry.actorKind,
          actorId: entry.actorId ?? null,
          role: entry.role ?? null,
          origin: entry.origin,
          action: entry.action,
          recordType: entry.recordType,
          recordId: entry.recordId,
          reason: entry.reason ?? null,
        }
        const change = JSON.stringify(entry.change ?? {})
        await database.prisma.auditEvent.create({
          data: { ...row, change: JSON.parse(change), prevHash, hash: chainHash(prevHash, row, change) },
        })
      }),
    async findBreak() {
      let prevHash: Uint8Array = genesis
      let after = 0n
      for (;;) {
        const page = await database.prisma.auditEvent.findMany({
          where: { seq: { gt: after } },
          orderBy: { seq: 'asc' },
          take: pageSize,
        })
        for (const row of page) {
          const expected = chainHash(prevHash, row, canonicalJson(row.change))
          if (Buffer.compare(expected, row.hash) !== 0) return row.seq
          prevHash = row.hash
          after = row.seq
        }
        if (page.length < pageSize) return undefined
      }
    },
  }
}

interface ChainedRow {
  at: Date
  actorKind: string
  actorId: string | null
  role: string | null
  origin: string
  action: string
  recordType: string
  recordId: string
  reason: string | null
}

function chainHash(prevHash: Uint8Array, row: ChainedRow, change: string): Uint8Array<ArrayBuffer> {
  const fields = [
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.role,
    row.origin,
    row.action,
    row.recordType,
    row.recordId,
    row.reason,
    canonicalJson(JSON.parse(change)),
  ]
  return new Uint8Array(createHash('sha256').update(prevHash).update(JSON.stringify(fields)).digest())
}

/** JSONB does not keep the order of keys, so the hash is taken over sorted ones. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
