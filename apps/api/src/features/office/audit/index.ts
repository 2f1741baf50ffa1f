/** What other features use of `office/audit`: the trail. */
export { auditJobs, linkBeforeStopping } from './audit-jobs.ts'
export { AuditActionEnum } from './audit.schema.ts'
