/** What other features use of `filing/undeclared`: months that employers did not declare, reminders, and deemed assessments. */
export { deemedAssessmentCase } from './deemed-assessment-case.ts'
export { proposeDeemed } from './propose-deemed.ts'
export { remindUndeclared } from './remind-undeclared.ts'
export { undeclaredAudit } from './undeclared.audit.ts'
export { listRemindedMonths } from './undeclared.repository.ts'
