/** What other features use of `office/clerks`: who acts for an employer, and what they may do there. */
export { clerksAudit } from './clerks.audit.ts'
export { inviteClerk } from './change-clerks.ts'
