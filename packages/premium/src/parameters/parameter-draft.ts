import { PARAMETER_VALUES, parameterRowShape } from './parameter-row.ts'
import type { ParameterName } from './parameter-range.ts'
import type { ParameterField, ParameterRow } from './parameter-row.ts'
import { readParameterRow } from './parameter-file.ts'
import type { ParameterRowReading } from './parameter-file.ts'

/**
 * A row while it is being written: what was typed, whether or not it can be right yet, so that nothing is lost. Blank is
 * unknown. `value` is a whole number in the parameter's unit (fen, ppm, days, months) or a word, as text.
 */
export type ParameterDraft = {
  /** Names the row while it is edited; means nothing outside its proposal. */
  readonly id: string
  readonly name: string
  readonly insurance: string
  readonly side: string
  readonly category: string
  readonly value: string
  readonly validFrom: string
  readonly validTo: string
  readonly docNo: string
  readonly publishedOn: string
  readonly source: string
  readonly verified: boolean
}

export type ParameterUnit = 'FEN' | 'PPM' | 'DAY' | 'MONTH' | 'MONTHS' | 'PEOPLE' | 'WORD'

/** What the number of each parameter counts: fen, ppm, a day of the month, a month of the year, months, people, or a word. */
export const PARAMETER_UNITS: Readonly<Record<ParameterName, ParameterUnit>> = {
  RATE_PPM: 'PPM',
  FIXED_AMOUNT: 'FEN',
  BASE_FLOOR: 'FEN',
  BASE_CEILING: 'FEN',
  ROUNDING: 'WORD',
  AVERAGE_ROUNDING: 'WORD',
  MATERNITY_MODE: 'WORD',
  PAYMENT_YEAR_START_MONTH: 'MONTH',
  MINIMUM_WAGE: 'FEN',
  LATE_FEE_RULE: 'WORD',
  LATE_FEE_CAP: 'WORD',
  DECLARATION_MODE: 'WORD',
  COLLECTOR_TYPE: 'WORD',
  FILING_CUT_OFF_DAY: 'DAY',
  PAYMENT_DUE_DAY: 'DAY',
  BACK_PAYMENT_ONLINE_MONTHS: 'MONTHS',
  BACK_PAYMENT_ONLINE_PEOPLE: 'PEOPLE',
  ACCOUNT_INTEREST_RATE: 'PPM',
}

/** The words a parameter may hold; none where it holds a number. */
export function parameterChoices(name: ParameterName): readonly string[] {
  const schema = PARAMETER_VALUES[name]
  return 'options' in schema ? schema.options : []
}

export function isParameterName(text: string): text is ParameterName {
  return Object.hasOwn(PARAMETER_VALUES, text)
}

export function draftOfRow(row: ParameterRow, id: string): ParameterDraft {
  const { region: _region, value, validTo, docNo, publishedOn, ...rest } = row
  return {
    id,
    ...rest,
    value: String(value),
    validTo: validTo ?? '',
    docNo: docNo ?? '',
    publishedOn: publishedOn ?? '',
  }
}

/** The row a draft stands for, or every problem of it. */
export function readParameterDraft(draft: ParameterDraft, region: string): ParameterRowReading {
  return readParameterRow(rowCandidate(draft, region))
}

/** The draft in the shape of a file's row: blank is absent, or null where a row may say so. */
export function rowCandidate(draft: ParameterDraft, region: string): Record<string, unknown> {
  const { id: _id, value, verified, ...texts } = draft
  const candidate: Record<string, unknown> = { region, verified }
  for (const [field, text] of Object.entries(texts)) {
    const known = text.trim()
    if (known !== '') candidate[field] = known
    else if (parameterRowShape.shape[field as ParameterField].safeParse(null).success) candidate[field] = null
  }
  const typed = value.trim()
  if (typed !== '') candidate['value'] = /^\d{1,15}$/u.test(typed) ? Number(typed) : typed
  return candidate
}
