/** Typeset documents and the public register of what was issued, for the features that issue them. */
export { PrintingBusy } from './pdf-renderer.ts'
export { closePrinting, renderPdf, verifyMark } from './print-document.ts'
export type { VerifyMark } from './print-document.ts'
export { registerDocument, withdrawDocument } from './register-document.ts'
export type { DocumentKey, DocumentKind, DocumentSummary } from './register-document.ts'
export { findDocument } from './document.repository.ts'
export { formatVerifyCode } from './verify-code.ts'
