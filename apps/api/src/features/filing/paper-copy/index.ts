/** What other features use of `filing/paper-copy`: the paper copies of accepted declarations, of whatever kind. */
export { addCoverSheets } from './cover.route.ts'
export { expectPaper } from './expect-paper.ts'
export { paperCopyAudit } from './paper-copy.audit.ts'
export { paperCopyCase } from './paper-copy-case.ts'
export { findPaperCopy } from './paper-copy.repository.ts'
export { findPausingPaper } from './pause-filing.ts'
export { receivePaper } from './receive-paper.ts'
export { paperJobs, remindOfPapers } from './remind-papers.ts'
