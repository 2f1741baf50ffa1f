/** Public service of the declaration feature: what roster, billing, staff and employer may use of it. */
export { acceptDeclaration } from './accept-declaration.ts'
export { DeclarationType } from './declaration-type.ts'
export { actionsOf, annualState, editRefusals, isDraft, maySeeDeclaration } from './declaration.policy.ts'
export type { EditRefusal } from './declaration.policy.ts'
export {
  findByYear as findInspection,
  findDeclaration,
  findVersion,
  incrementPersonnelRevision as bumpPersonnelRevision,
  listNotes,
  listOfEmployer as listInspections,
} from './declaration.repository.ts'
export type { DeclarationRow, DeclarationVersionRow } from './declaration.repository.ts'
export { declarationInFull } from './declaration-view.ts'
export type { DeclarationView } from './declaration-view.ts'
export { inspectionWindow, windowState } from './inspection-window.ts'
export type { InspectionWindow, WindowState } from './inspection-window.ts'
export { openInspection } from './open-inspection.ts'
export { requireEditableDeclaration } from './require-editable.ts'
export type { EditableDeclaration } from './require-editable.ts'
export { returnDeclaration, startReview } from './review-declaration.ts'
export type { ReviewOutcome, ReviewRefusal } from './review-declaration.ts'
export { saveUnitForm } from './save-unit-form.ts'
export { submitDeclaration } from './submit-declaration.ts'
export { withdrawDeclaration } from './withdraw-declaration.ts'
export { closeDeclaration, filePaper } from './file-paper.ts'
export type { PaperInput, PaperOutcome } from './file-paper.ts'
export { IssueType, VerdictEnum } from './issue-type.ts'
export { recommendDeclaration } from './recommend-declaration.ts'
export { openUnitForm } from './unit-form-store.ts'
