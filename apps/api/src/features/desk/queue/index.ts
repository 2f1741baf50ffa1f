/** What other rooms use of `desk/queue`: what waits for staff. */
export { queueAudit } from './queue.audit.ts'
export { assignByRule } from './assign-by-rule.ts'
export { queueJobs } from './queue-jobs.ts'
