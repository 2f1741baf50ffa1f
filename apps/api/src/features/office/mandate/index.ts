/** What other features use of `office/mandate`: agencies that act for employers. */
export { acceptMandate, grantMandate } from './change-mandates.ts'
export { mandateJobs } from './tell-mandate.ts'
export { mandateCase } from './mandate-case.ts'
export { mandateAudit } from './mandate.audit.ts'
