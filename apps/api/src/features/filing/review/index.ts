/** What other features use of `filing/review`: what staff say to a declaration. */
export { acceptDeclaration } from './accept-declaration.ts'
export { closeDeclaration, filePaper } from './file-paper.ts'
export { recommendDeclaration } from './recommend-declaration.ts'
export { returnDeclaration, startReview } from './review-declaration.ts'
export { sameAnswer } from './compare-unit-form.ts'
export { countListChanges } from './review.repository.ts'
export type { ReviewOutcome } from './review-step.ts'
export { reviewAudit } from './review.audit.ts'
