/** What an office signs of a paper, as it stands in the paper's square code, and how anybody checks it without asking the office. */
export { checkToken } from './check-token.ts'
export type { PublishedKey, TokenVerdict } from './check-token.ts'
export { findTokens, readToken, signedText, tokenOf } from './token.ts'
export type { SignedFacts } from './token.ts'
