/** What other features use of `register/enrolment`: who is insured with whom, from when to when, known since when. */
export { endEnrolments, endLeavers } from './end-enrolment.repository.ts'
export { insertEnrolments, withdrawEnrolments } from './enrolment-terms.repository.ts'
export type { NewEnrolment } from './enrolment-terms.repository.ts'
export { addEnrolments, updateEnrolments } from './enrolment.repository.ts'
