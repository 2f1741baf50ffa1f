/** What other features use of `register/paper`: typeset documents and the public register of what was issued. */
export { findDocument } from './document.repository.ts'
export { renderPdf, verifyMark } from './print-document.ts'
export type { VerifyMark } from './print-document.ts'
export { printStatement, printedYuan } from './print-statement.ts'
export type { PrintedPaper, Statement } from './print-statement.ts'
export { registerDocument, versionToIssue, withdrawDocument, withdrawDocuments } from './register-document.ts'
export { sendPaper } from './send-paper.ts'
export { formatVerifyCode } from './verify-code.ts'
