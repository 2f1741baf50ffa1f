/** What other features use of `money/fine`: the fine of SIL 86 beside a case of SIL 63. */
export { fineCase } from './fine-case.ts'
export { fineAudit } from './fine.audit.ts'
export { fineJobs, proposeFines } from './propose-fines.ts'
