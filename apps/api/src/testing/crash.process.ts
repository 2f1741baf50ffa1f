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

// A process of its own that plays one scenario and kills itself before its n-th step towards the database. A step is a COMMIT,
// of Prisma's too, or the first statement after one: the database undoes what it has no COMMIT of, so that a power cut at any
// other statement of a transaction leaves behind what one before its COMMIT does.

const order = JSON.parse(process.argv[2] ?? '') as CrashOrder
const database = openDatabase(order.connectionString, 1)
const clock = createTestClock(order.now)
const play = crashScenarios[order.scenario] as (platform: Platform, input: unknown) => Promise<unknown>
// Whatever opening the connection sends is no part of the scenario.
await database.query({ text: 'SELECT 1' })
let steps = 0
let inTransaction = false
beforeEachStatement((text) => {
  const ends = /^(COMMIT|ROLLBACK)$/i.test(text)
  if (!inTransaction || ends) steps += 1
  inTransaction = !ends && (inTransaction || /^BEGIN/i.test(text))
  if (steps === order.step) process.kill(process.pid, 'SIGKILL')
})
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
await database.close()

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
