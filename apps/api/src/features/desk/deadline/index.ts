/** What others use of `desk/deadline`. */
export { deadlineAudit } from './deadline.audit.ts'
export { addDeadlines } from './deadline.routes.ts'
