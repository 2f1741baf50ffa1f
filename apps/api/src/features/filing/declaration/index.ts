/** What other features use of `filing/declaration`: the declaration itself, its versions and notes. */
export { addForms } from './form.routes.ts'
export { formWords } from './form-words.ts'
export type { FormWords } from './form-words.ts'
export { answerStanding } from './answer-note.ts'
export type { NoteAnswer } from './answer-note.ts'
export { hashContent, hashLines } from './content-hash.ts'
export { countRuleFailures } from './count-rule-failures.ts'
export { checkedKinds } from './declaration-codes.ts'
export { declarationCase, traceOf } from './declaration-case.ts'
export type { DeclarationRefusal } from './declaration-case.ts'
export { codeOf, filingRefusals } from './refusal-code.ts'
export { listDeclarationEvents } from './declaration-events.ts'
export type { DeclarationEventRow } from './declaration-events.ts'
export {
  forgetListSignature,
  getComparisonMarks,
  noteComparison,
  noteDownload,
  setListSignature,
} from './declaration-list.repository.ts'
export { actionsOf, annualState, editRefusalOf, editRefusals, isDraft } from './declaration-state.ts'
export type { EditRefusal } from './declaration-state.ts'
export { DeclarationType } from './declaration-type.ts'
export { DeclarationVersionType } from './declaration-version-type.ts'
export {
  annualInspection,
  bumpPersonnelRevision,
  noteJudged,
  findAnyDeclaration,
  findDeclaration,
  findFirstSubmission,
  findInspection,
  findVersion,
  insertVersion,
  listInspections,
  listVersions,
  lockAnyDeclaration,
  lockDeclaration,
  updateStatus,
  updateUnitForm,
  writePaper,
} from './declaration.repository.ts'
export type { DeclarationRow, DeclarationVersionRow } from './declaration.repository.ts'
export { inspectionWindow, isOverdue, isTakenLate, windowState } from './inspection-window.ts'
export type { InspectionWindow } from './inspection-window.ts'
export { IssueType, VerdictEnum } from './issue-type.ts'
export { lastSaved } from './last-saved.ts'
export { DraftPartEnum, LastSavedType } from './last-saved-type.ts'
export { maskUnitForm } from './mask-unit-form.ts'
export { openInspection } from './open-inspection.ts'
export { declarationKinds, filings } from './declaration-codes.ts'
export { DeclarationKindEnum, FilingEnum } from './filing-type.ts'
export type { DeclarationKind, Filing, NoteSettlement } from './declaration-codes.ts'
export {
  findByKey,
  findMonthly,
  insertMonthly,
  insertMonthlyVersion,
  listMonthly,
  listMonthlyInHand,
  listOfMonth,
  lockMonthly,
  moveMonthly,
} from './monthly-declaration.repository.ts'
export {
  findLastAnswer,
  insertNotes,
  countNotes,
  listEarlierNotes,
  listNotes,
  listStandingNotes,
  settleNotes,
  writeNoteAnswer,
} from './notes.repository.ts'
export type { ReviewNoteRow } from './notes.repository.ts'
export { requireEditableDeclaration } from './require-editable.ts'
export { requireDeclaration, seenBy, seesDeclaration } from './visible-declaration.ts'
export { openUnitForm, sealUnitForm } from './unit-form-store.ts'
export type { OpenUnitForm } from './unit-form-store.ts'
export { declarationJobs } from './remind-inspection.ts'
