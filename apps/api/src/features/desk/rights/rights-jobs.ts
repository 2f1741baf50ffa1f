import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { makeYearStatements } from './own-statement.ts'

/** Every night: nothing is left to do until a year is over and its rate published. */
export function rightsJobs(platform: Platform): RecurringJob[] {
  return [{ name: 'rights-statements', cron: '40 2 * * *', run: async () => void (await makeYearStatements(platform)) }]
}
