/** What other features use of `office/one-time-code`: secrets that reach one person outside the product. */
export { drawCode, groupCode, readCode } from './draw-code.ts'
export { checkFirstPasswordCode, issueFirstPasswordCode } from './first-password-code.ts'
export { issueLink, issueLinks, linkAddress, readLink } from './link-code.ts'
export type { IssuedLink } from './link-code.ts'
export { linkPurposes } from './one-time-code-codes.ts'
export type { LinkPurpose } from './one-time-code-codes.ts'
export { listOpenLinks, purgeCodes, revokeCodes, useCode } from './one-time-code.repository.ts'
