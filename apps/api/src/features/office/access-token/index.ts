/** What others use of `office/access-token`: who a token stands for, what it may ask, and that it is answered once. */
export { accessTokenAudit } from './access-token.audit.ts'
export { accessTokenJobs } from './access-token-jobs.ts'
export { admitRequest, findTokenViewer, noteUse, requireScopes } from './admit-request.ts'
export type { TokenViewer } from './admit-request.ts'
export { answerOnce } from './answer-once.ts'
