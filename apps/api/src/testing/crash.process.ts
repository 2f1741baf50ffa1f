import type { Socket } from 'node:net'
import pg from 'pg'
import { createAudit } from '../platform/audit.ts'
import { createVault } from '../platform/crypto.ts'
import { openDatabase } from '../platform/database.ts'
import { readEnvironment } from '../platform/environment.ts'
import { noJobs } from '../platform/jobs.ts'
import { createLogger } from '../platform/logger.ts'
import type { Platform } from '../platform/platform.ts'
import { asOffice } from '../platform/tenancy.ts'
import { crashScenarios } from './crash-scenarios.ts'
import type { CrashAnswer, CrashOrder } from './crash.ts'
import { createTestClock } from './test-platform.ts'

// A process of its own that plays one scenario after the other, and of each dies before its n-th step as far as the database and the bank can
// tell: the connection is gone from one moment to the next, nothing is sent any more, and what was under way is never heard of again. So one
// process serves for hundreds of deaths, of which each would begin with loading the product. What leaves a trace is a COMMIT, of
// Prisma's too, a write that is a transaction by itself, and a request to the bank. A step is a COMMIT, or whatever comes
// first after something that left a trace: a statement, a request, or only the answer. The database undoes what it has no
// COMMIT of, and reading changes nothing, so that a power cut anywhere else leaves behind what one of these does.

/** As much of a connection as it takes to cut it. */
interface Cuttable extends NodeJS.EventEmitter {
  stream: Socket
}

class Life {
  readonly #lastStep: number
  readonly #onDeath: () => void
  readonly #connections = new Set<Cuttable>()
  #steps = 0
  #inTransaction = false
  #traced = false
  isOver = false

  constructor(lastStep: number, onDeath: () => void) {
    this.#lastStep = lastStep
    this.#onDeath = onDeath
  }

  /** Before each statement, whoever asks. */
  state(text: string, connection: Cuttable): void {
    this.#connections.add(connection)
    const begins = /^BEGIN/i.test(text)
    const commits = /^COMMIT$/i.test(text)
    if (commits || !this.#inTransaction) this.step(commits)
    const writesAlone = !this.#inTransaction && !begins && !/^SELECT\b/i.test(text)
    if (commits || writesAlone) this.#traced = true
    this.#inTransaction = begins || (this.#inTransaction && !commits && !/^ROLLBACK$/i.test(text))
  }

  request(): void {
    this.step()
    this.#traced = true
  }

  step(always = false): void {
    if (this.isOver || (!this.#traced && !always)) return
    this.#traced = false
    this.#steps += 1
    if (this.#steps === this.#lastStep) this.#die()
  }

  #die(): void {
    this.isOver = true
    for (const connection of this.#connections) {
      // Nobody here learns of it: a dead process tidies nothing up.
      connection.removeAllListeners()
      connection.stream.removeAllListeners()
      connection.stream.on('error', () => undefined)
      connection.stream.destroy()
    }
    this.#onDeath()
  }
}

const never = () => new Promise<never>(() => undefined)
let life: Life | undefined

process.on('message', (order: CrashOrder) => {
  void asOffice('TEST', () => play(order))
    .catch((error: unknown): CrashAnswer => ({ failed: String(error) }))
    .then((answer) => process.send?.(answer))
})
// Whoever asked is gone.
process.once('disconnect', () => process.exit())

async function play(order: CrashOrder): Promise<CrashAnswer> {
  const death = Promise.withResolvers<CrashAnswer>()
  const database = openDatabase(order.connectionString, 1)
  // Whatever opening the connection sends is no part of the scenario.
  life = undefined
  await database.query({ text: 'SELECT 1' })
  const own = new Life(order.step, () => death.resolve('CRASHED'))
  life = own
  const clock = createTestClock(order.now)
  const scenario = crashScenarios[order.scenario] as (platform: Platform, input: unknown) => Promise<unknown>
  const played = async (): Promise<CrashAnswer> => {
    await scenario(
      {
        environment: readEnvironment({ SHEBAO_MODE: 'test' }),
        database,
        clock,
        vault: createVault(Buffer.alloc(32, 7)),
        logger: createLogger('silent'),
        audit: createAudit(database, clock),
        jobs: noJobs,
      },
      order.input,
    )
    // Done, and nobody has heard of it yet.
    own.step()
    if (own.isOver) return 'CRASHED'
    await database.close()
    return 'FINISHED'
  }
  return Promise.race([played(), death.promise])
}

const { fetch } = globalThis
globalThis.fetch = (...request) => {
  life?.request()
  return life?.isOver ? never() : fetch(...request)
}

/** Everything goes through the driver's own `query`, whoever asks: the pool, a transaction or Prisma. */
const query = pg.Client.prototype.query as (this: pg.Client, ...values: unknown[]) => unknown
Object.assign(pg.Client.prototype, {
  query(this: pg.Client & { connection: Cuttable }, ...values: unknown[]) {
    const [statement] = values as [string | { text: string }]
    life?.state(typeof statement === 'string' ? statement : statement.text, this.connection)
    return life?.isOver ? never() : query.apply(this, values)
  },
})
