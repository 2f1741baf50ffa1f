import type { Cell, MergedRange, Sheet } from './cell.ts'

export type MergedLookup = (row: number, column: number) => Cell | undefined

/** A cell merged downwards says the same for each of its rows; only the first of them holds the value. */
export function mergedCellLookup(sheet: Sheet, headerRow: number): MergedLookup {
  const merges = sheet.merges.filter(
    (merge) => merge.firstRow > headerRow && merge.lastRow > merge.firstRow && merge.firstColumn === merge.lastColumn,
  )
  if (merges.length === 0) return nothingMerged
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  const byColumn = Map.groupBy(merges, (merge) => merge.firstColumn)
  for (const ranges of byColumn.values()) ranges.sort((a, b) => a.firstRow - b.firstRow)
  return (row, column) => {
    const range = lastBefore(byColumn.get(column) ?? [], row)
    return range !== undefined && row <= range.lastRow ? rows.get(range.firstRow)?.cells[column] : undefined
  }
}

const nothingMerged: MergedLookup = () => undefined

/** Of ranges in the order of their rows the last that begins above the row. */
function lastBefore(ranges: readonly MergedRange[], row: number): MergedRange | undefined {
  let from = 0
  let to = ranges.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ranges[middle]?.firstRow ?? 0) < row) from = middle + 1
    else to = middle
  }
  return ranges[from - 1]
}

/** For each column, whether a cell merged across begins left of it in the row; undefined when none is merged across there. */
export function mergedAcross(sheet: Sheet, row: number, width: number): boolean[] | undefined {
  const starts = Array.from({ length: width + 2 }, () => 0)
  let any = false
  for (const { firstRow, lastRow, firstColumn, lastColumn } of sheet.merges) {
    if (firstRow > row || row > lastRow || lastColumn <= firstColumn || firstColumn >= width) continue
    any = true
    starts[firstColumn + 1]! += 1
    starts[Math.min(lastColumn, width) + 1]! -= 1
  }
  if (!any) return undefined
  let open = 0
  return starts.slice(0, width).map((change) => (open += change) > 0)
}
