import { columnStarts, FIXED, fixedWidth, gridColumns } from './grid-columns.ts'

/** Lines drawn above and below those in sight. */
const OVERSCAN = 2

/** Where the grid is scrolled to and how much of it there is to see. */
export interface GridView {
  top: number
  left: number
  width: number
  height: number
}

/** Every line is as high as the others, so where one stands is a product and nothing has to be measured. */
export interface GridSizes {
  rows: number
  rowPx: number
  headPx: number
}

/** Scrolled as little as brings the cell into sight, between the head and the fixed columns. */
export function scrolledTo(
  view: GridView,
  { rows, rowPx, headPx }: GridSizes,
  place: number,
  column: number,
): GridView {
  const highest = Math.max(0, rows * rowPx + headPx - view.height)
  const lowerEdge = (place + 1) * rowPx + headPx - view.height
  const top = Math.max(0, Math.min(highest, place * rowPx, Math.max(view.top, lowerEdge)))
  return { ...view, top, left: leftFor(view, column) }
}

function leftFor({ left, width }: GridView, column: number): number {
  if (column < FIXED) return 0
  const start = columnStarts[column] ?? 0
  const end = start + (gridColumns[column]?.width ?? 0)
  return Math.max(0, Math.min(start - fixedWidth, Math.max(left, end - width)))
}

/** The lines in sight, with a few more on both sides, and how many of them there are at most. */
export function linesInSight({ top, height }: GridView, { rows, rowPx, headPx }: GridSizes) {
  const room = Math.max(0, height - headPx)
  const first = Math.min(Math.max(0, rows - 1), Math.max(0, Math.floor(top / rowPx)))
  const last = Math.min(rows - 1, Math.floor((top + room) / rowPx))
  return {
    first: Math.max(0, first - OVERSCAN),
    last: Math.min(rows - 1, last + OVERSCAN),
    most: Math.ceil(room / rowPx) + 1 + 2 * OVERSCAN,
  }
}

/** The columns in sight beside the fixed ones, one more on both sides, and the one under the cursor. */
export function columnsInSight({ left, width }: GridView, cursor: number): number[] {
  const inSight = (index: number) => {
    const start = columnStarts[index] ?? 0
    return start < left + width && start + (gridColumns[index]?.width ?? 0) > left + fixedWidth
  }
  const first = gridColumns.findIndex((_, index) => index >= FIXED && inSight(index))
  const last = gridColumns.findLastIndex((_, index) => index >= FIXED && inSight(index))
  return gridColumns.flatMap((_, index) =>
    index >= FIXED && ((index >= first - 1 && index <= last + 1) || index === cursor) ? [index] : [],
  )
}
