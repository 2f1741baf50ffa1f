import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createAudit } from '@shebao/api/src/platform/audit.ts'
import type { AuditEntry } from '@shebao/api/src/platform/audit.ts'
import { systemClock } from '@shebao/api/src/platform/clock.ts'
import { openDatabase } from '@shebao/api/src/platform/database.ts'
import type { Database } from '@shebao/api/src/platform/database.ts'
import { compare } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import { commitToDisk, openOffice, today } from './office.ts'
import type { BenchOffice } from './office.ts'

const writers = 16
const sizes = { full: { transactionsInRound: 1_200, rounds: 5 }, small: { transactionsInRound: 32, rounds: 1 } }
type Counts = (typeof sizes)['full']
const lockKey = 0x5be0a0

export default {
  name: 'audit entries of 16 writers at once',
  async run(size) {
    const office = await openOffice()
    const onServer = office.databaseKind === 'PostgreSQL server'
    if (onServer) await commitToDisk(office.platform)
    const database = openDatabase(office.connectionString, onServer ? writers : 1)
    try {
      await prepareTables(database)
      return [
        await measure(office, { name: 'a millisecond away', database: acrossNetwork(database) }, sizes[size]),
        await measure(office, { name: 'same machine', database }, sizes[size]),
        await measureChain(office, database, sizes[size]),
      ]
    } finally {
      await database.close()
      await office.close()
    }
  },
} satisfies Bench

const entry = (recordId: string): AuditEntry => ({
  actorKind: 'STAFF',
  origin: 'bench',
  action: 'CLOSE_DECLARATION',
  recordType: 'Declaration',
  recordId,
  change: { version: 1 },
})

interface Place {
  name: string
  database: Database
}

async function measure(
  office: BenchOffice,
  { name, database }: Place,
  { transactionsInRound, rounds }: Counts,
): Promise<Figure> {
  const audit = createAudit(database, systemClock(today))
  const ours = () => write(database, transactionsInRound, (id) => audit.record(entry(id)))
  const peer = () => write(database, transactionsInRound, (id) => recordUnderOneLock(database, entry(id)))
  // What the job does afterwards belongs to the price.
  const seconds = await compare(rounds, async () => (await ours()) + (await audit.link()), peer)
  await expectWhole(database, audit)
  const [value, underLock] = [transactionsInRound / seconds.ours, transactionsInRound / seconds.peer]
  return {
    name: `Transactions with an audit entry, ${writers} writers, ${name}`,
    unit: 'transactions/s',
    value,
    peer: { name: 'one lock for the whole chain', value: underLock },
    ratio: value / underLock,
    aim: 4,
    better: 'higher',
    note: `${office.databaseKind}; each a small write and one entry, chaining them afterwards included`,
  }
}

/**
 * On one machine the messages of a transaction fill both cores before a lock is waited for, so that no way of chaining can be four
 * times the old one there. What can be asked is that the chain costs little: against the same writing without one.
 */
async function measureChain(
  office: BenchOffice,
  database: Database,
  { transactionsInRound, rounds }: Counts,
): Promise<Figure> {
  const audit = createAudit(database, systemClock(today))
  const seconds = await compare(
    rounds,
    async () => {
      await write(database, transactionsInRound, (id) => audit.record(entry(id)))
      return audit.link()
    },
    () => write(database, transactionsInRound, (id) => recordUnchained(database, entry(id))),
  )
  return {
    name: `Transactions with an audit entry, ${writers} writers, what the chain costs`,
    unit: 'transactions/s',
    value: transactionsInRound / seconds.ours,
    peer: { name: 'the same entries without a chain', value: transactionsInRound / seconds.peer },
    ratio: seconds.peer / seconds.ours,
    aim: 0.6,
    better: 'higher',
    note: `${office.databaseKind}; same machine, chaining them afterwards included`,
  }
}

/** A database on another machine: a statement takes a millisecond to get there and back. */
const acrossNetwork = (database: Database): Database => ({
  ...database,
  query: async (statement, values) => {
    await setTimeout(1)
    return database.query(statement, values)
  },
})

async function prepareTables(database: Database): Promise<void> {
  await database.query({
    text: `CREATE TABLE bench_write (id uuid PRIMARY KEY, written int NOT NULL);
    CREATE TABLE bench_unchained (LIKE audit_event INCLUDING ALL);
    CREATE TABLE bench_audit (LIKE audit_event INCLUDING ALL);
    ALTER TABLE bench_audit ADD prev_hash bytea NOT NULL, ADD hash bytea NOT NULL UNIQUE`,
  })
}

/** Every writer one transaction after the other: a small write, then its entry. */
async function write(
  database: Database,
  transactionsInRound: number,
  record: (id: string) => Promise<void>,
): Promise<number> {
  let next = 0
  const writer = async () => {
    while (next < transactionsInRound) {
      next += 1
      const id = crypto.randomUUID()
      await database.transaction(async () => {
        await database.query({ name: 'bench-write', text: 'INSERT INTO bench_write VALUES ($1, 1)' }, [id])
        await record(id)
      })
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return next
}

/** As entries were written before: one lock, the last hash, and the entry with its own. */
async function recordUnderOneLock(database: Database, wanted: AuditEntry): Promise<void> {
  await database.query({ name: 'bench-lock', text: 'SELECT pg_advisory_xact_lock($1)' }, [lockKey])
  const [last] = await database.query<{ hash: Uint8Array }>({
    name: 'bench-last',
    text: 'SELECT hash FROM bench_audit ORDER BY seq DESC LIMIT 1',
  })
  const previous = last ? new Uint8Array(last.hash) : new Uint8Array(32)
  const at = new Date()
  const fields = [wanted.actorKind, null, null, wanted.origin, wanted.action, wanted.recordType, wanted.recordId, null]
  const change = JSON.stringify(wanted.change)
  const content = JSON.stringify([at.toISOString(), ...fields, change])
  const hash = createHash('sha256').update(previous).update(content).digest()
  await database.query(
    {
      name: 'bench-record',
      text: `INSERT INTO bench_audit (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change, prev_hash, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    },
    [at, ...fields, change, previous, hash],
  )
}

async function recordUnchained(database: Database, wanted: AuditEntry): Promise<void> {
  const change = JSON.stringify(wanted.change)
  await database.query(
    {
      name: 'bench-unchained',
      text: `INSERT INTO bench_unchained (at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    },
    [
      new Date(),
      wanted.actorKind,
      null,
      null,
      wanted.origin,
      wanted.action,
      wanted.recordType,
      wanted.recordId,
      null,
      change,
    ],
  )
}

/** Fast nonsense is no result. */
async function expectWhole(database: Database, audit: ReturnType<typeof createAudit>): Promise<void> {
  const { firstBreak, linked, waiting } = await audit.check()
  const [counted] = await database.query<{ entries: bigint; locked: bigint }>({
    text: 'SELECT (SELECT count(*) FROM audit_event) AS entries, (SELECT count(*) FROM bench_audit) AS locked',
  })
  if (firstBreak !== undefined || waiting > 0 || linked !== counted?.entries || counted.locked !== linked)
    throw new Error(`the chain is broken at ${firstBreak}, ${linked} of ${counted?.entries} linked`)
}
