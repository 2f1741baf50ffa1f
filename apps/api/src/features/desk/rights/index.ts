/** What other rooms use of `desk/rights`: personal rights records (个人权益记录) and their yearly statements. */
export { loadRightsOf, yearToday } from './load-rights.ts'
export { handOutStatement } from './hand-out-statement.ts'
export { makeStatements } from './make-statements.ts'
export { rightsAudit } from './rights.audit.ts'
export { rightsJobs } from './rights-jobs.ts'
export { addRightsStatements } from './rights.route.ts'
