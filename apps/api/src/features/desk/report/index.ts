/** What other features use of `desk/report`: reports about employers. */
export { checkReport, decideReport, noteFinding } from './check-report.ts'
export { handInReport } from './hand-in-report.ts'
export type { NewReport } from './hand-in-report.ts'
export { reportCase } from './report-case.ts'
export { reportAudit } from './report.audit.ts'
export { listReportsOf } from './reporter.repository.ts'
