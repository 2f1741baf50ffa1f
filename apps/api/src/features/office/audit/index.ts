/** What other features use of `office/audit`: the trail. */
export { auditJobs, linkBeforeStopping } from './audit-jobs.ts'
export { addAuditFiles } from './audit.route.ts'
export { AuditActionEnum } from './audit.schema.ts'
