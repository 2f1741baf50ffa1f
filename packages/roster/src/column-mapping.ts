import type { Sheet, SheetRow } from './cell.ts'
import { isAmountField } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import { insurances } from './personnel-draft.ts'
import { amountScale, matchHeader } from './match-header.ts'
import { mergedAcross } from './merged-cells.ts'

/** No list is wider; a row of heads may be. */
const MAX_HEADS = 512

export interface MappedColumn {
  /** From 0. */
  column: number
  header: string
  /** 0 to 1; 1 also for what the user set. */
  confidence: number
  /** Yuan per unit, for amounts (`万元` is 10 000). */
  scale: number
}

export interface ColumnMapping {
  columns: Partial<Record<ColumnField, MappedColumn>>
  /** Columns with a head that nothing was made of; their cells stay in the file and are not lost silently. */
  unmapped: { column: number; header: string }[]
  /** What every declaration needs and no column gives. */
  missing: ColumnField[]
}

/** The heads of a table by column: each a list of readings, the most specific first. */
export type HeaderReadings = { column: number; header: string; readings: string[] }[]

/** One row of heads, or two of which the upper groups the lower (`参保险种` over `养老 | 医疗 | …`). */
export function headerReadings(sheet: Sheet, upper: SheetRow, lower?: SheetRow): HeaderReadings {
  const width = Math.min(MAX_HEADS, Math.max(upper.cells.length, lower?.cells.length ?? 0))
  const across = lower === undefined ? undefined : mergedAcross(sheet, upper.row, width)
  const readings: HeaderReadings = []
  let group = ''
  for (let column = 0; column < width; column++) {
    const own = upper.cells[column]?.text.trim() ?? ''
    const sub = lower?.cells[column]?.text.trim() ?? ''
    // A blank cell beside a group head belongs to it when merged with it, or, where nothing is merged, when it has a sub-head.
    if (lower === undefined || own !== '') group = own
    else if (!(across?.[column] ?? sub !== '')) group = ''
    if (lower === undefined || sub === '') {
      if (own !== '') readings.push({ column, header: own, readings: [own] })
    } else if (group === '') readings.push({ column, header: sub, readings: [sub] })
    else readings.push({ column, header: `${group} ${sub}`, readings: [`${group}${sub}`, sub, group] })
  }
  return readings
}

/** Each field goes to the column that names it best; of equals the first. */
export function mapColumns(heads: HeaderReadings): ColumnMapping {
  const columns: ColumnMapping['columns'] = {}
  const candidates = heads.flatMap(({ column, header, readings }) => {
    for (const [rank, reading] of readings.entries()) {
      const match = matchHeader(reading)
      if (match !== undefined)
        return [{ column, header, field: match.field, confidence: match.confidence - rank * 0.01 }]
    }
    return []
  })
  for (const { column, header, field, confidence } of candidates) {
    const best = columns[field]
    if (best !== undefined && best.confidence >= confidence) continue
    columns[field] = { column, header, confidence, scale: isAmountField(field) ? amountScale(header) : 1 }
  }
  return complete(columns, heads)
}

/** The user's word on columns: a field with a column index, or `null` for "no column". */
export type MappingOverride = Partial<Record<ColumnField, number | null>>

export function overrideMapping(mapping: ColumnMapping, override: MappingOverride): ColumnMapping {
  const heads = listHeads(mapping)
  const columns: ColumnMapping['columns'] = { ...mapping.columns }
  for (const [field, column] of Object.entries(override) as [ColumnField, number | null][]) {
    delete columns[field]
    if (column === null) continue
    for (const other of Object.keys(columns) as ColumnField[]) {
      if (columns[other]?.column === column) delete columns[other]
    }
    const header = heads.find((head) => head.column === column)?.header ?? ''
    columns[field] = { column, header, confidence: 1, scale: isAmountField(field) ? amountScale(header) : 1 }
  }
  return complete(columns, heads)
}

function listHeads(mapping: ColumnMapping): { column: number; header: string }[] {
  const mapped = Object.values(mapping.columns).map(({ column, header }) => ({ column, header }))
  return [...mapped, ...mapping.unmapped].sort((a, b) => a.column - b.column)
}

function complete(
  columns: ColumnMapping['columns'],
  heads: readonly { column: number; header: string }[],
): ColumnMapping {
  const used = new Set(Object.values(columns).map(({ column }) => column))
  const unmapped = heads.filter(({ column }) => !used.has(column)).map(({ column, header }) => ({ column, header }))
  return { columns, unmapped, missing: missingFields(columns) }
}

const ALWAYS_NEEDED = [
  'name',
  'idNumber',
  'householdType',
  'employmentForm',
  'hireDate',
  'monthsWorkedLastYear',
  'wagesLastYear',
  'mobile',
] as const

/** domain.md 4.3, less what is derived (ID type, sex, birth date, average) or asked once for the list (signature). */
function missingFields(columns: ColumnMapping['columns']): ColumnField[] {
  const missing: ColumnField[] = ALWAYS_NEEDED.filter((field) => columns[field] === undefined)
  if (columns.participation !== undefined) return missing
  return [
    ...missing,
    ...insurances.map((code) => `participation.${code}` as const).filter((field) => columns[field] === undefined),
  ]
}
