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

// A process of its own that plays one scenario and kills itself before the n-th statement it would send to the database,
// BEGIN and COMMIT and those of Prisma included: what a power cut between any two statements leaves behind.

const order = JSON.parse(process.argv[2] ?? '') as CrashOrder
const database = openDatabase(order.connectionString, 1)
const clock = createTestClock(order.now)
const play = crashScenarios[order.scenario] as (platform: Platform, input: unknown) => Promise<unknown>
// Whatever opening the connection sends is no part of the scenario.
await database.query({ text: 'SELECT 1' })
let sent = 0
countStatements(() => {
  sent += 1
  if (sent === order.statement) process.kill(process.pid, 'SIGKILL')
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
function countStatements(beforeEach: () => void): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...values: unknown[]) => unknown
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...values: unknown[]) {
      beforeEach()
      return query.apply(this, values)
    },
  })
}
