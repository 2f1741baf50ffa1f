/** What other features use of `office/session`: signing in, sessions, passwords. */
export { cardPasswordCase } from './card-password-case.ts'
export {
  checkStaffName,
  checkStaffNumber,
  createFirstAdministrator,
  drawInitialPassword,
} from './create-first-administrator.ts'
export type { AdministratorProblem } from './create-first-administrator.ts'
export { addCardPasswordLetters } from './card-password-letter.route.ts'
export { findActing } from './membership.repository.ts'
export { passwordHashing } from './password-hashing.ts'
export { refuseForeignOrigin } from './refuse-foreign-origin.ts'
export { sessionJobs } from './session-jobs.ts'
export { sessionAudit } from './session.audit.ts'
export { findViewer } from './session.repository.ts'
