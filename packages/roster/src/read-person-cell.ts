import { normaliseIdentifier, toHalfWidth } from '@shebao/identifiers'
import { addDays, civilDate } from '@shebao/kernel'
import type { Cell } from './cell.ts'
import { readName, compactText, foldText, visibleText } from './cell-text.ts'
import { isPlainDate, parseDateText } from './date-text.ts'
import { insuranceWords } from './enumeration-words.ts'
import { insuranceOf, isAmountField, isDateField, isInsuranceField } from './column-field.ts'
import type { AmountField, ColumnField, InsuranceField } from './column-field.ts'
import {
  parseEmploymentForm,
  parseHouseholdType,
  parseIdType,
  parseParticipation,
  parseRetirementCategory,
  parseSex,
  parseYesNo,
} from './parse-choice.ts'
import { amountFromNumber, amountFromText, parseMonths, plainNumber } from './parse-number.ts'
import { insurances } from './personnel-draft.ts'
import type { Insurance, PersonnelDraft, PersonnelField } from './personnel-draft.ts'

export interface CellContext {
  date1904: boolean
  scale: number
}

/** A number cell holds at most fifteen digits; what stood behind them is gone (IEEE 754 double). */
const DOUBLE_DIGITS = 15

export type CellNote = 'ID_STORED_AS_NUMBER' | 'ID_DIGITS_LOST' | 'DATE_BEFORE_MIDNIGHT'

/** Longer is no answer to anything but an open question. */
const LONGEST_ANSWER = 500
/** From here on it pays to work out once what a cell shows that many rows share. */
const LONG = 64

/** The cell as a person reads it in the sheet. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'number') return plainNumber(cell.text)
  if (cell.text.length <= LONG) return visibleText(cell.text)
  return (cell.shown ??= visibleText(cell.text))
}

/**
 * Puts a cell, with its text as a person reads it, into the draft: as a value when it can be read, else as text under `raw`.
 * Returns a note where something is odd about it.
 */
export type CellReader = (draft: PersonnelDraft, cell: Cell, text: string) => CellNote | undefined

/** How the cells of a column are read: found out once for all its rows. */
export function cellReader(field: ColumnField, context: CellContext): CellReader {
  // One for all files: a new one would be new code to the engine.
  const key = `${field} ${context.date1904} ${context.scale}`
  const before = readers.get(key)
  if (before !== undefined) return before
  const reader = makeReader(field, context)
  readers.set(key, reader)
  return reader
}

const readers = new Map<string, CellReader>()

function makeReader(field: ColumnField, context: CellContext): CellReader {
  const read = readerOf(field, context)
  return (draft, cell, text) => {
    if (text === '') return undefined
    return text.length > LONGEST_ANSWER ? readLong(draft, field, text) : read(draft, cell, text)
  }
}

function readerOf(field: ColumnField, context: CellContext): CellReader {
  if (field === 'idNumber') return readIdNumber
  if (isInsuranceField(field)) {
    const insurance = insuranceOf(field)
    const isReason = field.startsWith('exemptionReasons')
    return (draft, _, text) => (isReason ? readReason(draft, insurance, text) : readInsurance(draft, insurance, text))
  }
  if (isAmountField(field)) return (draft, cell) => readAmount(draft, field, cell, context)
  if (isDateField(field)) return (draft, cell, text) => readDate(draft, field, cell, text, context)
  return (draft, _, text) => readWord(draft, field, text)
}

function readLong(draft: PersonnelDraft, field: ColumnField, text: string): undefined {
  if (field === 'sequence' || field === 'rowReference' || field === 'problems') return
  if (field === 'lowWageReason' || field === 'retirementReason') draft[field] = text
  else if (field === 'exemptionReasons') keepRaw(draft, field, text)
  else if (!isInsuranceField(field)) keepRaw(draft, field, text)
  else if (field.startsWith('exemptionReasons'))
    draft.exemptionReasons = { ...draft.exemptionReasons, [insuranceOf(field)]: text }
  else keepRaw(draft, 'participation', text)
}

function keepRaw(draft: PersonnelDraft, field: PersonnelField, text: string): void {
  draft.raw = { ...draft.raw, [field]: text }
}

function readIdNumber(draft: PersonnelDraft, cell: Cell): CellNote | undefined {
  // As a number the literal of the file decides: some programs keep all digits of an integer there.
  const isNumber = cell.kind === 'number' || (cell.kind === 'date' && cell.serial !== undefined)
  const literal = isNumber ? (cell.serial ?? cell.text) : compactText(cell.text)
  const isScientific = /^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(literal)
  if (!isNumber && !isScientific) {
    draft.idNumber = normaliseIdentifier(visibleText(cell.text).replace(/\.0$/, ''))
    return undefined
  }
  const digits = plainNumber(literal)
  draft.idNumber = isNumber ? digits : literal.toUpperCase()
  if (digits.length <= DOUBLE_DIGITS) return 'ID_STORED_AS_NUMBER'
  const isWhole = /^\d+$/.test(literal) && !literal.endsWith('000')
  return isWhole ? 'ID_STORED_AS_NUMBER' : 'ID_DIGITS_LOST'
}

function readReason(draft: PersonnelDraft, insurance: Insurance, text: string): undefined {
  if (!isPlaceholder(text)) draft.exemptionReasons = { ...draft.exemptionReasons, [insurance]: text }
}

function readInsurance(draft: PersonnelDraft, insurance: Insurance, text: string): undefined {
  const answer = parseYesNo(text)
  if (answer === undefined) {
    const before = draft.raw?.participation
    const said = `${insuranceWords[insurance].zh}：${text}`
    keepRaw(draft, 'participation', before === undefined ? said : `${before}；${said}`)
    return
  }
  draft.participation ??= {}
  draft.participation[insurance] = answer.value
  if (answer.reason !== undefined) draft.exemptionReasons = { [insurance]: answer.reason, ...draft.exemptionReasons }
}

function readAmount(draft: PersonnelDraft, field: AmountField, cell: Cell, { scale }: CellContext): undefined {
  const literal = cell.kind === 'number' ? cell.text : cell.serial
  const amount = literal === undefined ? amountFromText(cell.text, scale) : amountFromNumber(literal, scale)
  if (amount === undefined) keepRaw(draft, field, cellText(cell))
  else draft[field] = amount
}

function readDate(
  draft: PersonnelDraft,
  field: DateField,
  cell: Cell,
  text: string,
  context: CellContext,
): CellNote | undefined {
  const written = isPlainDate(text)
  if (!written && field === 'leaveDate' && (isPlaceholder(text) || foldText(text) === '在职')) return undefined
  const date = written ? text : parseDateText(cell.kind === 'text' ? halfWidthDate(text) : text, context.date1904)
  if (date === undefined) keepRaw(draft, field, text)
  else draft[field] = cell.isLate === true ? addDays(civilDate(date), 1) : date
  return cell.isLate === true ? 'DATE_BEFORE_MIDNIGHT' : undefined
}

function halfWidthDate(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, ' ').replace(/['’]/g, '').replaceAll('。', '.').trim()
}

/** What people put where nothing belongs; only for columns in which nothing is an answer. */
function isPlaceholder(text: string): boolean {
  return /^(?:[-—–/\\*]+|无|没有|否|n\/?a|none)$/i.test(text.trim())
}

type DateField = 'hireDate' | 'leaveDate' | 'birthDate'
type WordField = Exclude<ColumnField, InsuranceField | AmountField | DateField | 'idNumber'>
type TextField =
  | 'name'
  | 'mobile'
  | 'lowWageReason'
  | 'retirementReason'
  | 'exemptionReasons'
  | 'sequence'
  | 'rowReference'
  | 'problems'

function readWord(draft: PersonnelDraft, field: WordField, text: string): undefined {
  switch (field) {
    case 'name':
      draft.name = readName(text)
      return
    case 'mobile':
      draft.mobile = readMobile(text)
      return
    case 'lowWageReason':
    case 'retirementReason':
      if (!isPlaceholder(text)) draft[field] = text
      return
    case 'exemptionReasons':
      keepGeneralReason(draft, text)
      return
    case 'sequence':
    case 'rowReference':
    case 'problems':
      return
    default:
      readChoice(draft, field, text)
  }
}

function readChoice(draft: PersonnelDraft, field: Exclude<WordField, TextField>, text: string): void {
  const assign = <F extends typeof field>(name: F, value: PersonnelDraft[F]): void => {
    if (value === undefined) keepRaw(draft, name, text)
    else draft[name] = value
  }
  switch (field) {
    case 'idType':
      return assign(field, parseIdType(text))
    case 'sex':
      return assign(field, parseSex(text))
    case 'householdType':
      return assign(field, parseHouseholdType(text))
    case 'employmentForm':
      return assign(field, parseEmploymentForm(text))
    case 'retirementCategory':
      return assign(field, parseRetirementCategory(text))
    case 'monthsWorkedLastYear':
      return assign(field, parseMonths(text))
    case 'participation':
      return assign(field, parseParticipation(text))
    case 'signed':
      // A name in the signature column is a signature.
      return assign(field, parseYesNo(text)?.value ?? (readName(text) === draft.name ? true : undefined))
  }
}

/** `+86 138-1234-5678`, `13812345678.0`; anything else stays as typed for the rule to refuse. */
function readMobile(text: string): string {
  return compactText(text)
    .replace(/[-–—()]/g, '')
    .replace(/^(?:\+?86|0086)(?=1\d{10}$)/, '')
    .replace(/\.0$/, '')
}

/** One column of reasons stands for every insurance the row says no to; known only when the whole row is read. */
function keepGeneralReason(draft: PersonnelDraft, text: string): void {
  if (!isPlaceholder(text)) keepRaw(draft, 'exemptionReasons', text)
}

export function spreadGeneralReason(draft: PersonnelDraft): void {
  const reason = draft.raw?.exemptionReasons
  if (reason === undefined || draft.participation === undefined) return
  const answers = Object.entries(draft.participation) as [Insurance, boolean][]
  const exempt = answers.filter(([, isIn]) => !isIn).map(([insurance]) => insurance)
  // Not known yet which insurances it is about: it stays as text.
  if (exempt.length === 0 && answers.length < insurances.length) return
  if (exempt.length > 0) {
    draft.exemptionReasons = {
      ...Object.fromEntries(exempt.map((insurance) => [insurance, reason])),
      ...draft.exemptionReasons,
    }
  }
  const { exemptionReasons: _spread, ...rest } = draft.raw ?? {}
  if (Object.keys(rest).length > 0) draft.raw = rest
  else delete draft.raw
}
