/** What other features use of `register/registration`: employers that register by themselves. */
export { beginRegistration } from './open-registration.ts'
export { registrationAudit } from './registration.audit.ts'
export { registrationCase } from './registration-case.ts'
export { registrationJobs } from './registration-jobs.ts'
export { addRegistrationFiles } from './registration.route.ts'
export { submitRegistration } from './submit-registration.ts'
