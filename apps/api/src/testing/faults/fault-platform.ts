import { createAudit } from '../../platform/audit.ts'
import { createVault } from '../../platform/crypto.ts'
import { openDatabase } from '../../platform/database.ts'
import { readEnvironment } from '../../platform/environment.ts'
import { noJobs } from '../../platform/jobs.ts'
import { createLogger } from '../../platform/logger.ts'
import { createTestClock } from '../test-platform.ts'
import type { TestPlatform } from '../test-platform.ts'

/** Requests under way at once. */
export const atOnce = 3

/** A platform on any PostgreSQL, without the test runner. No bank answers it. */
export function openFaultPlatform(connectionString: string): TestPlatform {
  const database = openDatabase(connectionString, atOnce)
  const clock = createTestClock()
  return {
    environment: { ...readEnvironment({ SHEBAO_MODE: 'test' }), sandboxBankUrl: 'http://127.0.0.1:9' },
    database,
    connectionString,
    clock,
    vault: createVault(Buffer.alloc(32, 7)),
    logger: createLogger('silent'),
    audit: createAudit(database, clock),
    jobs: noJobs,
    close: () => database.close(),
  }
}
