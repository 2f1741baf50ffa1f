export type { Cell, MergedRange, Sheet, SheetRow, Workbook, WorkbookKind } from './cell.ts'
export { compactText, foldText, readName, visibleText } from './cell-text.ts'
export { columnFields, plainFields } from './column-field.ts'
export type { AmountField, ColumnField } from './column-field.ts'
export { mapColumns, overrideMapping } from './column-mapping.ts'
export type { ColumnMapping, MappedColumn, MappingOverride } from './column-mapping.ts'
export { parseDateText, serialToDate } from './date-text.ts'
export { decodeText } from './decode-text.ts'
export { compareRosters, suggestMatches } from './compare.ts'
export type { Difference, FieldDifference, ListedPerson, SuggestedMatch } from './compare.ts'
export {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  insuranceWords,
  retirementCategoryWords,
  sexWords,
  yesNoWords,
} from './enumeration-words.ts'
export type { Words } from './enumeration-words.ts'
export { typedWords } from './typed-words.ts'
export type { TypedWords } from './typed-words.ts'
export { keepPermitNumber } from './permit-number.ts'
export { cellFields, cellValue, cellWords, copyCell, editCell, isCellField, isUnread } from './edit-cell.ts'
export type { CellField, CellRefusal } from './edit-cell.ts'
export { mergeCorrections, writeFailingRows } from './failing-rows.ts'
export type { FailingRow, MergeResult } from './failing-rows.ts'
export { defaultLimits, fileProblemCodes } from './file-problem.ts'
export type { FileLimits, FileProblem, FileProblemCode } from './file-problem.ts'
export { needsLooking } from './file-remark.ts'
export type { FileRemark, FileRemarkCode } from './file-remark.ts'
export { wordFileProblem, wordFileRemark, wordWorkbookKind } from './file-words.ts'
export { findTables } from './find-table.ts'
export type { TableCandidate } from './find-table.ts'
export { guardFormula } from './formula-guard.ts'
export { officialHeader } from './official-headers.ts'
export { matchHeader } from './match-header.ts'
export type { HeaderMatch } from './match-header.ts'
export { matchKey } from './match-key.ts'
export { employmentForms, householdTypes, idTypes, insurances, retirementCategories, sexes } from './personnel-draft.ts'
export type {
  EmploymentForm,
  HouseholdType,
  IdType,
  Insurance,
  PersonnelDraft,
  PersonnelField,
  PersonnelFields,
  RetirementCategory,
  Sex,
} from './personnel-draft.ts'
export { parseParticipation, parseYesNo } from './parse-choice.ts'
export { amountFromNumber, amountFromText, plainNumber } from './parse-number.ts'
export type { ProgressListener, ReadingPhase } from './progress.ts'
export { readPastedCells, writePastedCells } from './pasted-cells.ts'
export { readPersonnelDraft } from './read-personnel-draft.ts'
export { openWorkbook } from './read-file.ts'
export type { OpenOptions, OpenResult } from './read-file.ts'
export type { CellNote } from './read-person-cell.ts'
export { readRoster, readWorkbook } from './read-roster.ts'
export type { ReadOptions, RosterFile, RosterResult } from './read-roster.ts'
export { readRows } from './read-rows.ts'
export type { IgnoredRow, RosterRow, RowsReading } from './read-rows.ts'
export { differenceKinds, findResolutionRule, refuseResolution, resolutionRules, resolutions } from './resolution.ts'
export type { DifferenceKind, Resolution, ResolutionRefusal, ResolutionRule } from './resolution.ts'
export { fieldText, writtenFields } from './roster-columns.ts'
export type { RosterLanguage } from './roster-columns.ts'
export type { RosterMeta } from './roster-meta.ts'
export { tableReading } from './table-reading.ts'
export type { FileColumn, FoundTable, TableReading } from './table-reading.ts'
export type { TotalCheck, TotalledField } from './total-check.ts'
export { canonicalRosterText, writeRosterCsv, writeRosterXlsx } from './write-roster.ts'
export type { Unpacking } from './unpacking.ts'
export { withBureauValue } from './with-bureau-value.ts'
export { writeXlsx } from './write-xlsx.ts'
export type { XlsxSheet } from './write-xlsx.ts'
export { writeCsv } from './write-csv.ts'
