import { checkChain, linkWaiting, takeWitnessAlong } from './audit-chain.ts'
import type { ChainState } from './audit-chain.ts'
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

export const actorKinds = ['EMPLOYER', 'INSURED', 'STAFF', 'SYSTEM', 'ANONYMOUS'] as const
export type ActorKind = (typeof actorKinds)[number]

/** Refuses names that no feature declares, also those that come in by a spread. */
type OnlyKnown<Change> = { readonly [Name in Exclude<keyof Change, AuditKey>]: never }

export interface Audit {
  /** Writes the entry within the open transaction, so that no change stands without it. It is linked to the chain later. */
  record<Change extends AuditChange>(entry: AuditEntry & { change?: Change & OnlyKnown<Change> }): Promise<void>
  /** The same for looking at a record: looked at again by the same person within the hour, it is one reading. */
  recordRead<Change extends AuditChange>(entry: AuditEntry & { change?: Change & OnlyKnown<Change> }): Promise<void>
  /** Links what waits, in order, by one writer at a time. Returns how many entries were linked. */
  link(): Promise<number>
  /** Links what waits, then recomputes the whole chain. */
  check(): Promise<ChainState>
  /** The number of the first entry of the whole chain that does not fit, or undefined. */
  findBreak(): Promise<bigint | undefined>
}

/** A page that is looked at asks again and again [PD]. */
const sameReadMs = 3_600_000

/** `witness`: where it is kept, apart from the database, how far the chain had come. */
export function createAudit(database: Database, clock: Clock, witness?: AuditWitness): Audit {
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
  return {
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
    async recordRead(entry) {
      await database.query(
        {
          name: 'audit-record-read',
          text: `INSERT INTO audit_event (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change)
          SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
          WHERE NOT EXISTS (SELECT FROM audit_event seen WHERE seen.record_type = $7 AND seen.record_id = $8
            AND seen.action = $6 AND seen.actor_id = $3 AND seen.at > $11)`,
        },
        [...valuesOf(entry), new Date(clock.now().getTime() - sameReadMs)],
      )
    },
    link,
    check,
    findBreak: async () => (await check()).firstBreak,
  }
}
