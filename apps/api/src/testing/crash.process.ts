import pg from 'pg'
import { createAudit } from '../platform/audit.ts'
import { createVault } from '../platform/crypto.ts'
import { openDatabase } from '../platform/database.ts'
import { readEnvironment } from '../platform/environment.ts'
import { noJobs } from '../platform/jobs.ts'
import { createLogger } from '../platform/logger.ts'
import type { Platform } from '../platform/platform.ts'
import { crashScenarios } from './crash-scenarios.ts'
import type { CrashOrder } from './crash.ts'
import { createTestClock } from './test-platform.ts'

// A process of its own that plays one scenario and kills itself before its n-th step. What leaves a trace is a COMMIT, of
// Prisma's too, a write that is a transaction by itself, and a request to the bank. A step is a COMMIT, or whatever comes
// first after something that left a trace: a statement, a request, or only the answer. The database undoes what it has no
// COMMIT of, and reading changes nothing, so that a power cut anywhere else leaves behind what one of these does.

const order = JSON.parse(process.argv[2] ?? '') as CrashOrder
const database = openDatabase(order.connectionString, 1)
const clock = createTestClock(order.now)
const play = crashScenarios[order.scenario] as (platform: Platform, input: unknown) => Promise<unknown>
// Whatever opening the connection sends is no part of the scenario.
await database.query({ text: 'SELECT 1' })
let steps = 0
let inTransaction = false
let traced = false
beforeEachStatement((text) => {
  const begins = /^BEGIN/i.test(text)
  const commits = /^COMMIT$/i.test(text)
  if (commits || !inTransaction) stepAfterTrace(commits)
  const writesAlone = !inTransaction && !begins && !/^SELECT\b/i.test(text)
  if (commits || writesAlone) traced = true
  inTransaction = begins || (inTransaction && !commits && !/^ROLLBACK$/i.test(text))
})
const { fetch } = globalThis
globalThis.fetch = (...request) => {
  stepAfterTrace()
  traced = true
  return fetch(...request)
}
await play(
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
stepAfterTrace()
await database.close()

function stepAfterTrace(always = false): void {
  if (!traced && !always) return
  traced = false
  steps += 1
  if (steps === order.step) process.kill(process.pid, 'SIGKILL')
}

/** Everything goes through the driver's own `query`, whoever asks: the pool, a transaction or Prisma. */
function beforeEachStatement(listener: (text: string) => void): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...values: unknown[]) => unknown
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...values: unknown[]) {
      const [statement] = values as [string | { text: string }]
      listener(typeof statement === 'string' ? statement : statement.text)
      return query.apply(this, values)
    },
  })
}
