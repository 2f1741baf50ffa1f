import { keepPermitNumber } from './permit-number.ts'
import { cellReader } from './read-person-cell.ts'
import { visibleText } from './cell-text.ts'
import { columnFields, insuranceOf, isInsuranceField, plainFields } from './column-field.ts'
import type { ColumnField, InsuranceField } from './column-field.ts'
import { insurances } from './personnel-draft.ts'
import type { PersonnelDraft, PersonnelField } from './personnel-draft.ts'

/** What stands in one cell of a list: one answer of one person. */
export type CellField = (typeof plainFields)[number] | InsuranceField

export const cellFields: readonly CellField[] = columnFields.filter(isCellField)

export function isCellField(field: ColumnField): field is CellField {
  return isInsuranceField(field) || (plainFields as readonly ColumnField[]).includes(field)
}

/** Longer is refused by the office [PD]. */
export const LONGEST_CELL = 200

export type CellRefusal = 'UNREAD' | 'TOO_LONG'

/** The person with the answer as it was typed or pasted, read as the same words in a file are. */
export interface CellEdit {
  draft: PersonnelDraft
  /** UNREAD: the words are kept under `raw`, so that nothing typed is lost; TOO_LONG: the person is as before. */
  refusal?: CellRefusal
}

/** Nothing but blanks empties the cell. */
export function editCell(draft: PersonnelDraft, field: CellField, text: string): CellEdit {
  const shown = visibleText(text)
  if (shown.length > LONGEST_CELL) return { draft, refusal: 'TOO_LONG' }
  const edited = withoutAnswer(draft, field)
  cellReader(field, { date1904: false, scale: 1 })(edited, { kind: 'text', text }, shown)
  tidy(edited)
  if (field === 'idNumber' || field === 'idType') keepPermitNumber(edited)
  const unread = edited.raw?.[rawFieldOf(field)] !== undefined && shown !== ''
  return unread && !hasAnswer(edited, field) ? { draft: edited, refusal: 'UNREAD' } : { draft: edited }
}

/** Whether somebody wrote something there that could not be read. */
export const isUnread = (draft: PersonnelDraft, field: CellField): boolean =>
  draft.raw?.[rawFieldOf(field)] !== undefined && !hasAnswer(draft, field)

function rawFieldOf(field: CellField): PersonnelField {
  if (!isInsuranceField(field)) return field
  return field.startsWith('exemptionReasons') ? 'exemptionReasons' : 'participation'
}

const hasAnswer = (draft: PersonnelDraft, field: CellField): boolean => cellValue(draft, field) !== undefined

/** The answer itself; amounts in fen. */
export function cellValue(draft: PersonnelDraft, field: CellField): string | number | boolean | undefined {
  if (!isInsuranceField(field)) return draft[field]
  const answers = field.startsWith('exemptionReasons') ? draft.exemptionReasons : draft.participation
  return answers?.[insuranceOf(field)]
}

/** Words in its place that could not be read. Of insurances they belong to no single one. */
export const cellWords = (draft: PersonnelDraft, field: CellField): string | undefined =>
  isInsuranceField(field) ? undefined : draft.raw?.[field]

/** The same answer of the same person as it stands elsewhere, words that could not be read among them. */
export function copyCell(draft: PersonnelDraft, field: CellField, from: PersonnelDraft): PersonnelDraft {
  const edited = withoutAnswer(draft, field)
  const value = cellValue(from, field)
  if (!isInsuranceField(field)) {
    if (value !== undefined) Object.assign(edited, { [field]: value })
    if (from.raw?.[field] !== undefined) edited.raw = { ...edited.raw, [field]: from.raw[field] }
  } else if (value !== undefined) {
    const group = field.startsWith('exemptionReasons') ? 'exemptionReasons' : 'participation'
    Object.assign(edited, { [group]: { ...edited[group], [insuranceOf(field)]: value } })
  }
  tidy(edited)
  return edited
}

/** A copy in which the cell is empty; what it shares with the person before is not changed by reading into it. */
function withoutAnswer(draft: PersonnelDraft, field: CellField): PersonnelDraft {
  const edited: PersonnelDraft = { ...draft }
  if (draft.raw !== undefined) edited.raw = { ...draft.raw }
  if (!isInsuranceField(field)) {
    delete edited[field]
    delete edited.raw?.[field]
    return edited
  }
  const insurance = insuranceOf(field)
  edited.participation = { ...draft.participation }
  edited.exemptionReasons = { ...draft.exemptionReasons }
  if (field.startsWith('exemptionReasons')) delete edited.exemptionReasons[insurance]
  else delete edited.participation[insurance]
  return edited
}

/** Empty groups are none; words about insurances are settled once all five are answered. */
function tidy(draft: PersonnelDraft): void {
  const { participation, exemptionReasons, raw } = draft
  if (raw?.participation !== undefined && insurances.every((code) => participation?.[code] !== undefined))
    delete raw.participation
  if (participation !== undefined && Object.keys(participation).length === 0) delete draft.participation
  if (exemptionReasons !== undefined && Object.keys(exemptionReasons).length === 0) delete draft.exemptionReasons
  if (raw !== undefined && Object.keys(raw).length === 0) delete draft.raw
}
