/** What other features use of `money/reconciliation`: statements and days. */
export { closeDay } from './close-day.ts'
export { dayCase } from './day-case.ts'
export { importStatement } from './import-statement.ts'
export { readItems } from './read-days.ts'
export { reconciliationJobs } from './reconciliation-jobs.ts'
export { reconciliationAudit } from './reconciliation.audit.ts'
export { resolveItem } from './resolve-item.ts'
export { addStatementUpload } from './statement-upload.route.ts'
