/** What other features use of `office/audit`: the trail. */
export { auditJobs, linkBeforeStopping } from './audit-jobs.ts'
