/** What other features use of `filing/confirmation`: people of the open list confirm their own rows. */
export { answerLink } from './answer-link.ts'
export { askEmployees } from './ask-employees.ts'
export { confirmationCase } from './confirmation-case.ts'
export { confirmationAudit } from './confirmation.audit.ts'
export { withConfirmedSignatures } from './refresh-confirmations.ts'
export { handOverLinks } from './hand-over-links.ts'
