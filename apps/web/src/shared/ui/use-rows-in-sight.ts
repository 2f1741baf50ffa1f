import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useGridCursor } from './use-grid-cursor.ts'

const rowHeight = 40

/** Which rows are drawn, and the cell cursor that scrolls to the ones that are not. */
export function useRowsInSight<Row>(
  rows: readonly { original: Row }[],
  columnCount: number,
  scroller: RefObject<HTMLDivElement | null>,
  onOpen: ((row: Row) => void) | undefined,
) {
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; nothing memoised takes the virtualizer
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const cursor = useGridCursor({
    rowCount: rows.length,
    columnCount,
    container: scroller,
    scrollToRow: (index) => virtualizer.scrollToIndex(index),
    onEnter: (index) => {
      const row = rows[index]
      if (row && onOpen) onOpen(row.original)
    },
  })
  return { virtualizer, cursor }
}
