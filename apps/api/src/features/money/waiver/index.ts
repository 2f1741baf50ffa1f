/** What other features use of `money/waiver`: exceptions for one unit. */
export { addExceptionFiles } from './exceptions.route.ts'
export { decideWaiver } from './decide-waiver.ts'
export type { WaiverStep } from './decide-waiver.ts'
export { proposeWaiver } from './propose-waiver.ts'
export type { WaiverGround } from './waiver-codes.ts'
export { waiverAudit } from './waiver.audit.ts'
export { waiverCase } from './waiver-case.ts'
