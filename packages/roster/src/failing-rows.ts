import { cellText } from './read-person-cell.ts'
import { officialHeader } from './official-headers.ts'
import { matchKey } from './match-key.ts'
import type { RosterLanguage } from './roster-columns.ts'
import type { RosterFile } from './read-roster.ts'
import type { RosterRow } from './read-rows.ts'
import { isAmountField } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import { writeXlsx } from './write-xlsx.ts'

export interface FailingRow {
  row: number
  /** Already worded for the reader of the file. */
  problems: readonly string[]
}

/**
 * The failing rows alone, with the columns of the employer's own file, in front of them the row they stood in and what
 * is wrong. Corrected there, the file is read like any other and merged back.
 */
export function writeFailingRows(
  file: RosterFile,
  failing: readonly FailingRow[],
  language: RosterLanguage = 'zh-CN',
): Uint8Array {
  const columns = listColumns(file)
  const byRow = new Map(file.rows.map((row) => [row.row, row]))
  const rows = failing.flatMap(({ row, problems }) => {
    const source = byRow.get(row)
    if (source === undefined) return []
    return [
      [
        String(source.originalRow ?? row),
        problems.join(language === 'zh-CN' ? '；' : '; '),
        ...columns.map(({ column }) => source.cells[column] ?? ''),
      ],
    ]
  })
  const heads = [
    officialHeader('rowReference', language),
    officialHeader('problems', language),
    ...columns.map(({ header }) => header),
  ]
  const figures = [
    true,
    false,
    ...columns.map(({ field }) => field !== undefined && (isAmountField(field) || field === 'monthsWorkedLastYear')),
  ]
  return writeXlsx({
    name: language === 'zh-CN' ? '待更正' : 'To correct',
    rows: [heads, ...rows],
    headRow: 0,
    figures,
  })
}

function listColumns(file: RosterFile): { column: number; header: string; field?: ColumnField }[] {
  const mapped = (Object.entries(file.mapping.columns) as [ColumnField, { column: number; header: string }][])
    .filter(([field]) => field !== 'rowReference' && field !== 'problems')
    .map(([field, { column, header }]) => ({ column, header, field }))
  return [
    ...mapped,
    ...file.mapping.unmapped.filter(({ header }) => cellText({ kind: 'text', text: header }) !== ''),
  ].sort((a, b) => a.column - b.column)
}

export interface MergeResult {
  rows: RosterRow[]
  /** Rows of the earlier set that were replaced. */
  replaced: number[]
  /** Rows of the correction file that belong to no earlier row and are added behind. */
  added: RosterRow[]
  /** Rows of the correction file that could belong to several earlier rows; nothing is done with them. */
  ambiguous: RosterRow[]
}

/**
 * Corrections into the earlier set: by the row they were taken from; where a file has lost that column, by the
 * identifier. A correction keeps the earlier row number, so that messages still point into the employer's own file.
 */
export function mergeCorrections(earlier: readonly RosterRow[], corrections: readonly RosterRow[]): MergeResult {
  const positionByRow = new Map(earlier.map((row, index) => [row.row, index]))
  const positionsByKey = groupPositions(earlier)
  const rows = [...earlier]
  const result: MergeResult = { rows, replaced: [], added: [], ambiguous: [] }
  let lastRow = earlier.reduce((highest, { row }) => Math.max(highest, row), 0)
  for (const correction of corrections) {
    const positions = findPositions(correction, positionByRow, positionsByKey)
    const [position] = positions
    const target = position === undefined ? undefined : earlier[position]
    if (positions.length > 1) result.ambiguous.push(correction)
    else if (position === undefined || target === undefined) {
      const added = numbered(correction, ++lastRow)
      result.added.push(added)
      rows.push(added)
    } else {
      rows[position] = numbered(correction, target.row)
      result.replaced.push(target.row)
    }
  }
  return result
}

function numbered({ draft, notes, cells, originalRow }: RosterRow, row: number): RosterRow {
  return { row, draft, notes, cells, ...(originalRow === undefined ? {} : { originalRow }) }
}

function groupPositions(rows: readonly RosterRow[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  rows.forEach((row, index) => {
    const key = matchKey(row.draft)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), index])
  })
  return groups
}

function findPositions(
  correction: RosterRow,
  byRow: ReadonlyMap<number, number>,
  byKey: ReadonlyMap<string, number[]>,
): number[] {
  const referred = correction.originalRow === undefined ? undefined : byRow.get(correction.originalRow)
  if (referred !== undefined) return [referred]
  const key = matchKey(correction.draft)
  return key === undefined ? [] : (byKey.get(key) ?? [])
}
