import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

interface GridCursorOptions {
  rowCount: number
  columnCount: number
  container: RefObject<HTMLElement | null>
  scrollToRow: (index: number) => void
  onEnter: (row: number) => void
}

export interface CellPlace {
  row: number
  column: number
}

const pageRows = 12

/** Where a key leads from a cell, or undefined when the key is not the cursor's. */
export function movedBy(
  key: string,
  ctrl: boolean,
  { row, column }: CellPlace,
  rowCount: number,
  columnCount: number,
): CellPlace | undefined {
  const lastRow = rowCount - 1
  const lastColumn = columnCount - 1
  const target: Record<string, CellPlace> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? lastRow : row, column: lastColumn },
  }
  const wanted = target[key]
  if (!wanted) return undefined
  return {
    row: Math.max(0, Math.min(lastRow, wanted.row)),
    column: Math.max(0, Math.min(lastColumn, wanted.column)),
  }
}

/** One cell of the grid is in the tab order; arrows move it, and rows that were not drawn are scrolled to first. */
export function useGridCursor({ rowCount, columnCount, container, scrollToRow, onEnter }: GridCursorOptions) {
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 })
  const wantsFocus = useRef(false)
  const shown = { row: Math.min(place.row, Math.max(0, rowCount - 1)), column: place.column }

  useEffect(() => {
    if (!wantsFocus.current) return
    const cell = container.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)
    if (!cell) return
    wantsFocus.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    if (event.key === 'Enter') {
      onEnter(shown.row)
      return
    }
    const next = movedBy(event.key, event.ctrlKey, shown, rowCount, columnCount)
    if (!next) return
    event.preventDefault()
    wantsFocus.current = true
    scrollToRow(next.row)
    setPlace(next)
  }

  const onFocus = (event: FocusEvent) => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
    const [row, column] = (at ?? '').split('-').map(Number)
    if (at !== undefined && row !== undefined && column !== undefined) setPlace({ row, column })
  }

  return { isAt: (row: number, column: number) => row === shown.row && column === shown.column, onKeyDown, onFocus }
}
