/** What other features use of `money/waiver`: exceptions for one unit. */
export { addExceptionFiles } from './exceptions.route.ts'
export { waiverAudit } from './waiver.audit.ts'
export { waiverCase } from './waiver-case.ts'
