/** What other features use of `money/run`: the month of everybody. */
export { billingJobs } from './money-jobs.ts'
export { runCase } from './run-case.ts'
export { requireRegion } from './start-run.ts'
export { runAudit } from './run.audit.ts'
