/** Public service of the reconciliation feature. */
export { importStatement } from './import-statement.ts'
export type { ImportOutcome, StatementFile } from './import-statement.ts'
export { closeDay } from './close-day.ts'
export { reconciliationJobs } from './reconciliation-jobs.ts'
export { addStatementUpload } from './statement-upload.route.ts'
