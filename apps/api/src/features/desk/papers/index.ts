/** What other features use of `desk/papers`: an employer's papers, one by one or all as one file. */
export { papersJobs } from './papers-jobs.ts'
export { papersAudit } from './papers.audit.ts'
export { addPaperFiles } from './papers.route.ts'
export { printRunCase } from './print-run-case.ts'
