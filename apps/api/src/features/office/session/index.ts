/** What other features use of `office/session`: signing in, sessions, passwords, second factors, and the rows of accounts. */
export { cardPasswordCase } from './card-password-case.ts'
export {
  checkStaffName,
  checkStaffNumber,
  createFirstAdministrator,
  drawInitialPassword,
} from './create-first-administrator.ts'
export type { AdministratorProblem } from './create-first-administrator.ts'
export { addCardPasswordLetters } from './card-password-letter.route.ts'
export { insertClerkAccounts } from './clerk-account.repository.ts'
export {
  clerkStates,
  countOtherClerkAdministrators,
  endClerk,
  findClerk,
  insertClerk,
  listClerks,
  lockEmployerClerks,
  setDuties,
} from './clerk.repository.ts'
export type { ClerkRow } from './clerk.repository.ts'
export { findActingClerk } from './find-acting-clerk.ts'
export { findActing, listActedFor } from './membership.repository.ts'
export type { ActedFor } from './membership.repository.ts'
export {
  endOperatorMembership,
  findOperator,
  insertOperator,
  listOperators,
  operatorStates,
} from './operator-account.repository.ts'
export type { OperatorRow } from './operator-account.repository.ts'
export { initialPin } from './initial-pin.ts'
export { passwordHashing } from './password-hashing.ts'
export { proveStaff } from './prove-staff.ts'
export { refuseForeignOrigin } from './refuse-foreign-origin.ts'
export { resetSecondFactors } from './second-factor/reset-second-factors.ts'
export { setPasswordByLink } from './set-password-by-link.ts'
export { sessionJobs } from './session-jobs.ts'
export { ClerkDutyType, PartnerKindType, StaffRoleType, ViewerType } from './session-type.ts'
export { sessionAudit } from './session.audit.ts'
export { actInSession, findViewer, revokeSessions, toViewer } from './session.repository.ts'
export {
  clearPassword,
  countOtherAdministrators,
  endRoles,
  findStaffAccount,
  giveRole,
  insertStaffAccount,
  listStaffAccounts,
  lockStaffAccounts,
  setLastDay,
  staffAccountStates,
} from './staff-account.repository.ts'
export type { HeldRole, StaffAccountRow } from './staff-account.repository.ts'
