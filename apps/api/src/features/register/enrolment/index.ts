/** What other features use of `register/enrolment`: who is insured with whom, from when to when. */
export { addEnrolments, endEnrolments, endLeavers, updateEnrolments } from './enrolment.repository.ts'
