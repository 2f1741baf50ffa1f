/** What other features use of `filing/cancellation`: units that leave the register. */
export { cancellationAudit } from './cancellation.audit.ts'
export { cancellationCase } from './cancellation-case.ts'
