export { auditJobs } from './audit-jobs.ts'
