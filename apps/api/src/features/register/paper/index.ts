/** What other features use of `register/paper`: typeset documents and the public register of what was issued. */
export { findDocument } from './document.repository.ts'
export type { LongList } from './long-list/lay-out-list.ts'
export { countPages, joinPapers, renderPdf, verifyMark } from './print-document.ts'
export type { VerifyMark } from './print-document.ts'
export { printLetters } from './print-letters.ts'
export { signatureWords, statementWords } from './statement-words.ts'
export { printStatement, printedYuan } from './print-statement.ts'
export type { PrintedPaper, Statement } from './print-statement.ts'
export {
  registerDocument,
  registerDocuments,
  versionToIssue,
  withdrawDocument,
  withdrawDocuments,
} from './register-document.ts'
export type { DocumentKind, NewDocument } from './register-document.ts'
export { sendPaper } from './send-paper.ts'
export { TemplateError } from './template-error.ts'
export { formatVerifyCode } from './verify-code.ts'
