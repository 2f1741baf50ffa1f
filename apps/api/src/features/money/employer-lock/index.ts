/** What other features use of `money/employer-lock`: that the office keeps an employer from some services. */
export { employerLockAudit } from './employer-lock.audit.ts'
export { employerLockCase } from './employer-lock-case.ts'
export { employerLockJob, proposeLock, stepLock } from './step-lock.ts'
export type { LockStep } from './step-lock.ts'
