import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@shebao/prisma/client'
import pg from 'pg'
import { asDatabaseError } from './database-away.ts'
import type { OfficeGate } from './office-gates.ts'
import { createReplica } from './replica.ts'
import { asOffice, prepareActing, TenantClient } from './tenancy.ts'
import { traced } from './tracing.ts'
import type { Tracing } from './tracing.ts'
import { within } from './within.ts'

export type PrismaConnection = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>

/** A statement with a name is prepared once on each connection. */
export interface Statement {
  name?: string
  text: string
  /** Asked as the office, whoever it is for, and why. */
  gate?: OfficeGate
}

/**
 * The one way to the database. Inside `transaction` everything, Prisma and plain SQL alike, goes through the
 * transaction's own connection without being handed one: the embedded database has a single connection, and a
 * query on another would wait for ever.
 */
export interface Database {
  readonly prisma: PrismaConnection
  /** Whether a transaction is open around what asks. */
  readonly inTransaction: boolean
  /** Plain SQL for the hot paths and bulk writes; rows as `pg` gives them, BIGINT as bigint. */
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  /** All or nothing. Nested calls join the transaction that is open. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /**
   * Reads that are much work and change nothing: on a replica that has caught up with this moment where there is one (ADR 70), else
   * like any other. What they find may be repeated, so they do nothing besides.
   */
  heavyRead<T>(work: () => Promise<T>): Promise<T>
  /** How many seconds the replica shows less than the primary has; nothing where there is none. */
  replicaLateness(): Promise<number | undefined>
  /** Runs after the open transaction has committed, or at once when there is none. */
  afterCommit(work: () => void): void
  connections(): ConnectionCounts
  close(): Promise<void>
}

/** How many connections do something, do nothing, and how many requests wait for one. */
export interface ConnectionCounts {
  busy: number
  idle: number
  waiting: number
}

interface OpenTransaction {
  prisma: PrismaConnection | undefined
  connection: pg.PoolClient | undefined
  afterCommit: (() => void)[]
}

const current = new AsyncLocalStorage<OpenTransaction>()

/**
 * Whoever waits for a connection is called by whoever gives one back, and would go on as them. `AsyncResource.bind` makes a getter for
 * each function, and with it a hidden class that holds the whole request until the next full collection.
 */
function goingOnHere<Given extends unknown[]>(callback: (...given: Given) => void): (...given: Given) => void {
  const here = new AsyncResource('SHEBAO_CONNECTION')
  return (...given) => here.runInAsyncScope(callback, undefined, ...given)
}

/** Lets plain SQL use the connection that Prisma opened its transaction on. */
class TransactionAwarePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: Error | boolean) => void,
    ) => void,
  ): void
  override connect(
    callback?: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: Error | boolean) => void,
    ) => void,
  ): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(goingOnHere(callback))
    return super.connect().then((client) => {
      const open = current.getStore()
      if (open && !open.connection) open.connection = client
      return client
    })
  }
}

// Prisma keeps instants in UTC in columns without a zone; `pg` would read and write those in the machine's own zone.
pg.defaults.parseInputDatesAsUTC = true

const int8 = 20
const timestamp = 1114
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8 && format !== 'binary') return (text: string) => BigInt(text)
    if (oid === timestamp && format !== 'binary') return (text: string) => new Date(`${text.replace(' ', 'T')}Z`)
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

/**
 * The embedded database has one session behind every connection, so a new connection would find the named statements of
 * the one before it and be refused its own. A server's new session has none, and this costs it nothing.
 */
async function forgetStatements(client: pg.ClientBase): Promise<void> {
  await client.query(`DEALLOCATE ALL; ${prepareActing}`)
}

/**
 * Nothing that somebody waits for is worth compiling: the database guesses by what a statement might read, and spent a quarter of a
 * second on machine code for one that then took fifty milliseconds.
 */
async function prepareSession(client: pg.ClientBase, limits: DatabaseLimits): Promise<void> {
  await client.query(`DEALLOCATE ALL; ${prepareActing}; SET statement_timeout = ${limits.statementMs}; SET lock_timeout = ${limits.lockMs}; SET jit = off;
    SET idle_in_transaction_session_timeout = ${limits.idleInTransactionMs}`)
}

/**
 * How long anything may take at a server. Without them a statement that waits for a lock, a client that died within its
 * transaction, or a network that swallows everything would hold a connection for ever, and in the end all of them.
 */
export interface DatabaseLimits {
  /** Until there is a connection, from the pool or a new one. */
  connectMs: number
  /** Of one statement, as the server measures it. */
  statementMs: number
  lockMs: number
  idleInTransactionMs: number
  /** Of a transaction as a whole. */
  transactionMs: number
  /** Until an answer comes: for a server, or a network, that says nothing any more. */
  answerMs: number
}

/**
 * A transaction has two minutes; the client waits a little longer than the server does, so that it hears why. A COMMIT that waits for
 * a standby is under none of the server's limits: there it is the client that gives up, and does not know the outcome.
 */
export const serverLimits: DatabaseLimits = {
  connectMs: 30_000,
  statementMs: 120_000,
  lockMs: 30_000,
  idleInTransactionMs: 120_000,
  transactionMs: 120_000,
  answerMs: 130_000,
}

const databaseSpan = { kind: 'CLIENT', attributes: { 'db.system.name': 'postgresql' } } as const

/** The statement's own name, else its first word: neither its text nor its values. */
const nameOf = ({ name, text }: Statement): string => name ?? /\w+/.exec(text)?.[0]?.toUpperCase() ?? 'other'

/** By what is asked of which table; what an operation is given stays out of it. */
function traceClient(client: PrismaClient, tracing: Tracing | undefined): PrismaClient {
  if (!tracing) return client
  return client.$extends({
    query: {
      $allOperations: ({ model, operation, args, query }) =>
        traced(tracing, `database ${model ?? 'prisma'}.${operation}`, databaseSpan, () => query(args)),
    },
  }) as unknown as PrismaClient
}

const longestCloseMs = 5_000
/** On a slow machine the demo office, which is one transaction, takes its minutes: nobody else is kept waiting by it. */
const embeddedTransactionMs = 1_800_000

/**
 * One timer a connection, moved on by each byte. The driver's own limit makes a timer a statement, which holds the rows of the
 * answer until the next full collection. Idle connections are closed by the pool long before.
 */
function impatientSocket(answerMs: number): Socket {
  const socket = new Socket()
  return socket.setTimeout(answerMs, () => socket.destroy(new Error('timeout: the database server says nothing')))
}

/** The embedded database is this machine's own, one statement after the other: it is opened without limits. */
export function openDatabase(
  connectionString: string,
  poolSize: number,
  limits?: DatabaseLimits,
  replicaUrl?: string,
  tracing?: Tracing,
): Database {
  const pool = new TransactionAwarePool({
    connectionString,
    max: poolSize,
    types,
    Client: TenantClient,
    ...(limits
      ? {
          connectionTimeoutMillis: limits.connectMs,
          stream: () => impatientSocket(limits.answerMs),
          keepAlive: true,
          onConnect: (client: pg.ClientBase) => asOffice('CONNECTION', () => prepareSession(client, limits)),
        }
      : { onConnect: (client: pg.ClientBase) => asOffice('CONNECTION', () => forgetStatements(client)) }),
  })
  pool.on('error', () => undefined) // an idle connection that breaks is replaced at the next use
  const root = traceClient(new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }), tracing)

  const closePool = async () => {
    await root.$disconnect()
    await pool.end()
  }

  const standby =
    replicaUrl === undefined
      ? undefined
      : openDatabase(replicaUrl, poolSize, { ...serverLimits, connectMs: 2_000 }, undefined, tracing)

  const database: Database = {
    get prisma() {
      return current.getStore()?.prisma ?? root
    },
    get inTransaction() {
      return current.getStore() !== undefined
    },
    async query<Row extends object>({ gate, ...statement }: Statement, values: readonly unknown[] = []) {
      const target = current.getStore()?.connection ?? pool
      const ask = () => target.query<Row>({ ...statement, values: [...values] })
      const askFor = () => (gate ? asOffice(gate, ask) : ask())
      const result = await traced(tracing, `database ${nameOf(statement)}`, databaseSpan, askFor).catch(
        (error: unknown) => {
          throw asDatabaseError(error)
        },
      )
      if (!Array.isArray(result)) return result.rows
      // Several statements in one text, as the job queue sends them, have a result each.
      const results: readonly pg.QueryResult<Row>[] = result
      return results.flatMap(({ rows }) => rows)
    },
    async transaction(work) {
      if (current.getStore()) return work()
      const open: OpenTransaction = { prisma: undefined, connection: undefined, afterCommit: [] }
      const result = await current.run(open, () =>
        root.$transaction(
          async (tx) => {
            open.prisma = tx
            if (!open.connection) throw new Error('The transaction did not open on a connection of the pool.')
            return work()
          },
          { maxWait: 30_000, timeout: limits?.transactionMs ?? embeddedTransactionMs },
        ),
      )
      for (const later of open.afterCommit) later()
      return result
    },
    heavyRead: (work) => (current.getStore() || !replica ? work() : replica.read(work)),
    replicaLateness: async () => replica?.lateness(),
    afterCommit(work) {
      const open = current.getStore()
      if (open) open.afterCommit.push(work)
      else work()
    },
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      // A server that answers nothing says no goodbye either.
      await within(longestCloseMs, closePool(), undefined)
      await standby?.close()
    },
  }
  const replica = standby && createReplica(database, standby)
  return database
}
