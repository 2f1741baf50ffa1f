/** What other features use of `money/enforcement`: SIL 63 from the day after the due date to the auction. */
export { findRunningCase } from './debts.repository.ts'
export { enforcementCase } from './enforcement-case.ts'
export { enforcementAudit } from './enforcement.audit.ts'
export { enforcementJobs, followDays, followPayments, proposeEnforcements } from './follow-enforcement.ts'
export { addCourtFiles, addEnforcementPapers } from './papers/enforcement-paper.route.ts'
export { dueOf, readDebts } from './read-due.ts'
export type { InputOf, StepInput } from './step-input.ts'
export { stepAs, takeEnforcementStep } from './take-enforcement-step.ts'
