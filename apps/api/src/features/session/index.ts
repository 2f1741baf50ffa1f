/** The session's public service: what the server and other features may use. */
export { findViewer } from './session.repository.ts'
export { isLockedUntilWindow } from './account.repository.ts'
export { passwordHashing } from './password-hashing.ts'
export { refuseForeignOrigin } from './refuse-foreign-origin.ts'
export { sessionJobs } from './session-jobs.ts'
