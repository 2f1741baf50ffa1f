/** What other rooms use of `desk/statistics`: its files, and the job that rolls up. */
export { statisticsJobs } from './roll-up.ts'
export { statisticsAudit } from './statistics.audit.ts'
export { addStatisticFiles } from './statistics.route.ts'
