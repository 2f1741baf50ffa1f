/** What other features use of `office/one-time-code`: secrets that reach one person outside the product. */
export { checkFirstPasswordCode, issueFirstPasswordCode } from './first-password-code.ts'
export { purgeCodes, useCode } from './one-time-code.repository.ts'
