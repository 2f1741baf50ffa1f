import { INSURANCES, SIDES } from '@shebao/kernel'
import { PARAMETER_NAMES, parameterKey } from './parameter-range.ts'
import {
  findRowConflicts,
  LARGEST_PARAMETER_FILE,
  PARAMETER_FILE_FORMAT,
  PARAMETER_VALUES,
  parameterRowShape,
} from './parameter-row.ts'
import type { ParameterField, ParameterFile, ParameterRow, RowConflict } from './parameter-row.ts'

export const PARAMETER_FIELDS = Object.keys(parameterRowShape.shape) as readonly ParameterField[]

export type ParameterFileProblemCode =
  | 'NOT_AN_OBJECT'
  | 'UNKNOWN_FORMAT'
  | 'ROWS_NOT_A_LIST'
  | 'TOO_MANY_ROWS'
  | 'ROW_NOT_AN_OBJECT'
  | 'UNKNOWN_FIELD'
  | 'MISSING'
  | 'NOT_TEXT'
  | 'REGION'
  | 'CHOICE'
  | 'CATEGORY'
  | 'VALUE'
  | 'WHOLE_NUMBER'
  | 'PERIOD'
  | 'DATE'
  | 'TEXT'
  | 'YES_OR_NO'
  | 'NO_MONTHLY_FILING'
  | 'OVERLAP'
  | Exclude<RowConflict['code'], 'NOT_A_VALUE'>

/** One thing wrong with a file or a row; worded by `parameterProblemText` and `parameterProblemReason`. */
export type ParameterFileProblem = {
  /** Place in `rows`, counted from 1; null when the problem is the file's, or when a single row was checked. */
  readonly row: number | null
  /** A field of the row or of the file, as it was written; null when the problem is the whole row's or file's. */
  readonly field: string | null
  readonly code: ParameterFileProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

export type ParameterFileReading =
  | { readonly ok: true; readonly rows: readonly ParameterRow[]; readonly unchanged: number }
  | { readonly ok: false; readonly problems: readonly ParameterFileProblem[] }

export type ParameterRowReading =
  | { readonly ok: true; readonly row: ParameterRow }
  | { readonly ok: false; readonly problems: readonly ParameterFileProblem[] }

/**
 * Reads a parameter file (`shebao-parameters/1`) that a JSON or YAML parser has already made a value of, and names
 * every problem at once: of the file, of each row, and rows that overlap in time inside the file. Overlaps with rows
 * that the office already has are the importer's to find. Nothing is repaired and nothing is half read. Rows that are `published` as
 * they stand in the file are left out and counted: a file that was downloaded can be added to and brought back.
 */
export function readParameterFile(value: unknown, published: readonly ParameterRow[] = []): ParameterFileReading {
  if (!isObject(value)) return refused({ row: null, field: null, code: 'NOT_AN_OBJECT', params: {} })
  const problems: ParameterFileProblem[] = unknownFields(value, ['format', 'rows'], null)
  const { format, rows } = value
  if (format !== PARAMETER_FILE_FORMAT) {
    const params = { expected: PARAMETER_FILE_FORMAT, found: shown(format) }
    problems.push({ row: null, field: 'format', code: 'UNKNOWN_FORMAT', params })
  }
  if (!Array.isArray(rows))
    return refused(...problems, { row: null, field: 'rows', code: 'ROWS_NOT_A_LIST', params: {} })
  if (rows.length > LARGEST_PARAMETER_FILE) {
    const params = { found: rows.length, most: LARGEST_PARAMETER_FILE }
    return refused(...problems, { row: null, field: 'rows', code: 'TOO_MANY_ROWS', params })
  }
  const known = new Set(published.map(fingerprint))
  const good: NumberedRow[] = []
  let unchanged = 0
  for (const [index, entry] of rows.entries()) {
    const reading = readParameterRow(entry)
    if (reading.ok && known.has(fingerprint(reading.row))) unchanged += 1
    else if (reading.ok) good.push({ number: index + 1, row: reading.row })
    else for (const problem of reading.problems) problems.push({ ...problem, row: index + 1 })
  }
  for (const problem of overlapsInFile(good)) problems.push(problem)
  if (problems.length > 0) return refused(...inFileOrder(problems))
  return { ok: true, rows: good.map(({ row }) => row), unchanged }
}

const fingerprint = (row: ParameterRow) => JSON.stringify(PARAMETER_FIELDS.map((field) => row[field]))

/** Reads one row, such as one typed into a form, and names every problem of it. */
export function readParameterRow(value: unknown): ParameterRowReading {
  if (!isObject(value)) return refused({ row: null, field: null, code: 'ROW_NOT_AN_OBJECT', params: {} })
  const problems = unknownFields(value, PARAMETER_FIELDS, null)
  const known: Record<string, unknown> = {}
  for (const field of PARAMETER_FIELDS) {
    const entry = Object.hasOwn(value, field) ? value[field] : undefined
    if (parameterRowShape.shape[field].safeParse(entry).success) known[field] = entry
    else problems.push({ row: null, field, ...reasonOf(field, entry) })
  }
  // Each field in `known` has passed its own schema, so what is there has the row's types.
  const row = known as Partial<ParameterRow>
  for (const { field, code } of findRowConflicts(row)) {
    problems.push({ row: null, field, ...(code === 'NOT_A_VALUE' ? valueReason(row) : { code, params: {} }) })
  }
  if (asksForMonthlyFiling(row)) problems.push({ row: null, field: 'value', code: 'NO_MONTHLY_FILING', params: {} })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row: row as ParameterRow }
}

/**
 * While no month can be declared by itself, nobody could do what this mode asks, and everybody would be charged 110 % (SIL 62): it is
 * not taken in any more. Rows that were published before are read as they stand.
 */
function asksForMonthlyFiling({ name, value }: Partial<ParameterRow>): boolean {
  return name === 'DECLARATION_MODE' && value === 'MONTHLY_SELF'
}

/** The rows as a file, in an order that depends on nothing but the rows: the same parameters give the same bytes. */
export function writeParameterFile(rows: readonly ParameterRow[]): ParameterFile {
  return { format: PARAMETER_FILE_FORMAT, rows: rows.toSorted(compareRows).map(inFieldOrder) }
}

/** By region, insurance (code order), parameter, side, category, then first period. */
export function compareRows(a: ParameterRow, b: ParameterRow): number {
  return (
    compareText(a.region, b.region) ||
    placeOf(INSURANCES, a.insurance) - placeOf(INSURANCES, b.insurance) ||
    placeOf(PARAMETER_NAMES, a.name) - placeOf(PARAMETER_NAMES, b.name) ||
    placeOf(SIDES, a.side) - placeOf(SIDES, b.side) ||
    compareText(a.category, b.category) ||
    compareText(a.validFrom, b.validFrom)
  )
}

/** `ALL` stands in none of the lists and comes first. */
function placeOf(order: readonly string[], name: string): number {
  return order.indexOf(name)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inFieldOrder(row: ParameterRow): ParameterRow {
  return Object.fromEntries(PARAMETER_FIELDS.map((field) => [field, row[field]])) as ParameterRow
}

type Reason = Pick<ParameterFileProblem, 'code' | 'params'>
type NumberedRow = { readonly number: number; readonly row: ParameterRow }

/** Why one field fails its schema, in terms of what would be right. */
function reasonOf(field: ParameterField, entry: unknown): Reason {
  if (entry === undefined) return { code: 'MISSING', params: {} }
  const found = shown(entry)
  if (typeof entry === 'number' && TEXT_FIELDS.has(field)) return { code: 'NOT_TEXT', params: { found } }
  switch (field) {
    case 'insurance':
    case 'side':
    case 'name':
      return { code: 'CHOICE', params: { found, allowed: parameterRowShape.shape[field].options.join(', ') } }
    case 'value':
      return { code: 'VALUE', params: { found } }
    case 'verified':
      return { code: 'YES_OR_NO', params: { found } }
    case 'source':
      return { code: 'TEXT', params: { most: 300 } }
    case 'docNo':
      return { code: 'TEXT', params: { most: 80 } }
    case 'region':
    case 'category':
    case 'validFrom':
    case 'validTo':
    case 'publishedOn':
      return { code: FORM_OF[field], params: { found } }
  }
}

/** A number here is nearly always a text that YAML was not told is one. */
const TEXT_FIELDS: ReadonlySet<ParameterField> = new Set([
  'region',
  'category',
  'validFrom',
  'validTo',
  'publishedOn',
  'docNo',
  'source',
])

const FORM_OF = {
  region: 'REGION',
  category: 'CATEGORY',
  validFrom: 'PERIOD',
  validTo: 'PERIOD',
  publishedOn: 'DATE',
} as const

/** What the named parameter takes instead of the value that was given. */
function valueReason({ name, value }: Partial<ParameterRow>): Reason {
  const schema = name === undefined ? undefined : PARAMETER_VALUES[name]
  const found = shown(value)
  if (schema === undefined) return { code: 'VALUE', params: { found } }
  if ('options' in schema) return { code: 'CHOICE', params: { found, allowed: schema.options.join(', ') } }
  return { code: 'WHOLE_NUMBER', params: { found, least: schema.minValue ?? 0, most: schema.maxValue ?? 0 } }
}

/** Each row that shares a period with an earlier row for the same rule, once: n rows give at most n problems. */
function overlapsInFile(rows: readonly NumberedRow[]): ParameterFileProblem[] {
  const reaching = new Map<string, NumberedRow>()
  const problems: ParameterFileProblem[] = []
  const inTime = rows.toSorted((a, b) => compareText(a.row.validFrom, b.row.validFrom) || a.number - b.number)
  for (const entry of inTime) {
    const key = `${entry.row.region}|${parameterKey(entry.row)}`
    const before = reaching.get(key)
    if (before !== undefined && entry.row.validFrom <= endOf(before.row)) problems.push(overlap(before, entry))
    if (before === undefined || endOf(entry.row) > endOf(before.row)) reaching.set(key, entry)
  }
  return problems
}

/** The later row of the file is the one that is told. */
function overlap(a: NumberedRow, b: NumberedRow): ParameterFileProblem {
  const [first, later] = a.number < b.number ? [a, b] : [b, a]
  const { validFrom, validTo } = first.row
  const params = { other: first.number, from: validFrom, to: validTo ?? '' }
  return { row: later.number, field: 'validFrom', code: 'OVERLAP', params }
}

const NEVER = '9999-99'

function endOf({ validTo }: ParameterRow): string {
  return validTo ?? NEVER
}

function inFileOrder(problems: readonly ParameterFileProblem[]): ParameterFileProblem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

function unknownFields(value: object, known: readonly string[], row: number | null): ParameterFileProblem[] {
  return Object.keys(value)
    .filter((field) => !known.includes(field))
    .map((field) => ({ row, field: shown(field), code: 'UNKNOWN_FIELD', params: { known: known.join(', ') } }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What was found, short enough to be repeated in a message. */
function shown(value: unknown): string {
  // Never JSON.stringify: what a YAML parser gives may hold itself, or grow without end when written out.
  const text = Array.isArray(value) ? '[…]' : typeof value === 'object' && value !== null ? '{…}' : String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function refused(...problems: ParameterFileProblem[]) {
  return { ok: false, problems } as const
}
