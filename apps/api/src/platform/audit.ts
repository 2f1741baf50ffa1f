import { checkChain, linkWaiting, takeWitnessAlong } from './audit-chain.ts'
import type { ChainState } from './audit-chain.ts'
import { createKnownReadings, sameReadingMs } from './audit-readings.ts'
import type { AuditAction, AuditChange, AuditKey, AuditRecordType } from './audit-vocabulary.ts'
import type { AuditWitness } from './audit-witness.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'

/** One entry of the audit trail (R765 37-38). `change` holds masked values only: the trail is read by many. */
export interface AuditEntry {
  actorKind: ActorKind
  actorId?: string | undefined
  role?: string | undefined
  /** Network address as a keyed hash, or the name of the job that acted. */
  origin: string
  action: AuditAction
  recordType: AuditRecordType
  recordId: string
  reason?: string | undefined
  change?: AuditChange
}

export const actorKinds = ['EMPLOYER', 'INSURED', 'STAFF', 'PARTNER', 'SYSTEM', 'ANONYMOUS'] as const
export type ActorKind = (typeof actorKinds)[number]

/** Refuses names that no feature declares, also those that come in by a spread. */
type OnlyKnown<Change> = { readonly [Name in Exclude<keyof Change, AuditKey>]: never }

export interface Audit {
  /** Writes the entry within the open transaction, so that no change stands without it. It is linked to the chain later. */
  record<Change extends AuditChange>(entry: AuditEntry & { change?: Change & OnlyKnown<Change> }): Promise<void>
  /** Many at once, in one statement. */
  recordAll(entries: readonly AuditEntry[]): Promise<void>
  /** The same for looking at a record: looked at again by the same person within the hour, it is one reading, and `from` is not asked. */
  recordRead<Change extends AuditChange>(
    entry: Omit<AuditEntry, 'origin'> & { change?: Change & OnlyKnown<Change> },
    from: Pick<AuditEntry, 'origin'>,
  ): Promise<void>
  /**
   * The same for several records that one answer shows: one entry, which names those that were not looked at within the hour. One
   * alone is its entry's record. What a server knew before a restart it may write down again.
   */
  recordReadOfMany(
    entry: Omit<AuditEntry, 'origin' | 'recordId'> & { recordIds: readonly string[] },
    from: Pick<AuditEntry, 'origin'>,
  ): Promise<void>
  /** Links what waits, in order, by one writer at a time. Returns how many entries were linked. */
  link(): Promise<number>
  /** Links what waits, then recomputes the whole chain. */
  check(): Promise<ChainState>
  /** The number of the first entry of the whole chain that does not fit, or undefined. */
  findBreak(): Promise<bigint | undefined>
}

/** `witness`: where it is kept, apart from the database, how far the chain had come. */
export function createAudit(database: Database, clock: Clock, witness?: AuditWitness): Audit {
  const readings = createKnownReadings()
  const link = async () => {
    const linked = await linkWaiting(database)
    if (witness) await takeWitnessAlong(database, witness)
    return linked
  }
  const check = async () => {
    await link()
    return checkChain(database, witness)
  }
  const valuesOf = (entry: AuditEntry) => [
    clock.now(),
    entry.actorKind,
    entry.actorId ?? null,
    entry.role ?? null,
    entry.origin,
    entry.action,
    entry.recordType,
    entry.recordId,
    entry.reason ?? null,
    JSON.stringify(entry.change ?? {}),
  ]
  const audit: Audit = {
    async record(entry) {
      await database.query(
        {
          name: 'audit-record',
          text: `INSERT INTO audit_event (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        },
        valuesOf(entry),
      )
    },
    async recordAll(entries) {
      const rows = entries.map((entry) => ({
        actor_kind: entry.actorKind,
        actor_id: entry.actorId,
        role: entry.role,
        origin: entry.origin,
        action: entry.action,
        record_type: entry.recordType,
        record_id: entry.recordId,
        reason: entry.reason,
        change: entry.change ?? {},
      }))
      await database.query(
        {
          name: 'audit-record-all',
          text: `INSERT INTO audit_event (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change)
          SELECT $1, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change
          FROM jsonb_to_recordset($2::jsonb) AS entry (actor_kind text, actor_id uuid, role text, origin text, action text,
            record_type text, record_id text, reason text, change jsonb)`,
        },
        [clock.now(), JSON.stringify(rows)],
      )
    },
    async recordRead(entry, from) {
      const key = `${entry.actorId} ${entry.action} ${entry.recordType} ${entry.recordId}`
      const now = clock.now()
      if (readings.has(key, now)) return
      const [reading] = await database.query<{ at: Date }>(
        {
          name: 'audit-record-read',
          gate: 'TRAIL',
          text: `WITH seen AS (SELECT max(at) AS at FROM audit_event WHERE record_type = $7 AND record_id = $8
            AND action = $6 AND actor_id = $3 AND at > $11),
          noted AS (INSERT INTO audit_event (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM seen WHERE seen.at IS NULL RETURNING at)
          SELECT at FROM noted UNION ALL SELECT at FROM seen WHERE at IS NOT NULL`,
        },
        [...valuesOf({ ...entry, origin: from.origin }), new Date(now.getTime() - sameReadingMs)],
      )
      if (reading) database.afterCommit(() => readings.keep(key, reading.at))
    },
    async recordReadOfMany({ recordIds, ...entry }, from) {
      const now = clock.now()
      const keyOf = (id: string) => `${entry.actorId} ${entry.action} ${entry.recordType} ${id}`
      const fresh = recordIds.filter((id) => !readings.has(keyOf(id), now))
      const [recordId, ...others] = fresh
      if (recordId === undefined) return
      if (others.length === 0) return audit.recordRead({ ...entry, recordId }, from)
      await audit.record({ ...entry, origin: from.origin, recordId: '', change: { ...entry.change, records: fresh } })
      database.afterCommit(() => fresh.forEach((id) => readings.keep(keyOf(id), now)))
    },
    link,
    check,
    findBreak: async () => (await check()).firstBreak,
  }
  return audit
}
