/** What other features use of `money/enforcement`: SIL 63 from the day after the due date to the auction. */
export { enforcementCase } from './enforcement-case.ts'
export { enforcementAudit } from './enforcement.audit.ts'
export { enforcementJobs, followDays, followPayments, proposeEnforcements } from './follow-enforcement.ts'
export { addEnforcementPapers } from './papers/enforcement-paper.route.ts'
export { takeEnforcementStep } from './take-enforcement-step.ts'
