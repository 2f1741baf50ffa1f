/** What other features use of `register/particulars-change`: what employers ask to have changed about themselves. */
export { requestChange, stepChange } from './change-particulars.ts'
export type { ChangeRequest } from './change-particulars.ts'
export { nameKnownBefore } from './particulars-change.repository.ts'
export { particularsChangeCase } from './particulars-change-case.ts'
export { particularsChangeAudit } from './particulars-change.audit.ts'
