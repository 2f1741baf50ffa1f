import { createAudit } from '@shebao/api/src/platform/audit.ts'
import { systemClock } from '@shebao/api/src/platform/clock.ts'
import { createVault } from '@shebao/api/src/platform/crypto.ts'
import { openDatabase } from '@shebao/api/src/platform/database.ts'
import { readEnvironment } from '@shebao/api/src/platform/environment.ts'
import { noJobs } from '@shebao/api/src/platform/jobs.ts'
import { createLogger } from '@shebao/api/src/platform/logger.ts'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import { continueRun } from '@shebao/api/src/features/money/run/continue-run.ts'

// A process that does nothing but one run, so that its memory is the run's: node billing-run.process.ts <database> <run> <today> <people>

const [connectionString = '', runId = '', today = '', people = ''] = process.argv.slice(2)
const database = openDatabase(connectionString, 1)
const clock = systemClock(today)
const platform = {
  environment: readEnvironment({ SHEBAO_MODE: 'test' }),
  database,
  clock,
  vault: createVault(Buffer.alloc(32, 7)),
  logger: createLogger('silent'),
  audit: createAudit(database, clock),
  jobs: noJobs,
}
while ((await asOffice('TEST', () => continueRun(platform, runId, Number(people)))) === 'MORE');
await database.close()
const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10
console.log(
  JSON.stringify({
    peakResident: mebibytes(process.resourceUsage().maxRSS * 1024),
    heap: mebibytes(process.memoryUsage().heapUsed),
  }),
)
