import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { columnStarts } from './grid-columns.ts'
import { columnsInSight, linesInSight, scrolledTo } from './grid-window.ts'
import type { GridSizes, GridView } from './grid-window.ts'
import type { PlacedColumn } from './line-view.tsx'

interface Cursor {
  place: number
  column: number
}

/**
 * The lines and columns in sight, those under the cursor always among them. A key that moves the cursor out of sight draws the lines
 * that will be there and scrolls to them in one go: the browser lays out once and the key's paint shows it all.
 */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, sizes: GridSizes, { place, column }: Cursor) {
  const { rows, rowPx, headPx } = sizes
  const [view, setView] = useState<GridView>({ top: 0, left: 0, width: 0, height: 0 })
  const [shown, setShown] = useState<Cursor & GridSizes>()
  const scrolled = useRef({ top: 0, left: 0 })
  const isKnown =
    shown !== undefined &&
    shown.place === place &&
    shown.column === column &&
    shown.rows === rows &&
    shown.rowPx === rowPx &&
    shown.headPx === headPx
  if (!isKnown && view.height > 0) {
    setShown({ place, column, rows, rowPx, headPx })
    setView(scrolledTo(view, sizes, place, column))
  }
  useLayoutEffect(() => {
    const element = scroller.current
    const { top, left } = view
    if (element === null || (scrolled.current.top === top && scrolled.current.left === left)) return
    scrolled.current = { top, left }
    element.scrollTo(left, top)
  }, [view, scroller])
  useWatchedView(scroller, scrolled, setView)

  const { first, last, most } = linesInSight(view, sizes)
  const columnKey = columnsInSight(view, column).join()
  // The same columns are the same list, so that lines are not drawn anew.
  const columns = useMemo(
    () =>
      columnKey === ''
        ? []
        : columnKey
            .split(',')
            .map((index): PlacedColumn => ({ index: Number(index), start: columnStarts[Number(index)] ?? 0 })),
    [columnKey],
  )
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const isDrawn = place >= first && place <= last
  if (!isDrawn && place < rows) places[place < first ? 'unshift' : 'push'](place)
  return { first, last, most, places, isDrawn, columns }
}

/** Follows what the person scrolls and how large the grid is. */
function useWatchedView(
  scroller: RefObject<HTMLElement | null>,
  scrolled: RefObject<{ top: number; left: number }>,
  setView: (change: (before: GridView) => GridView) => void,
): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      setView((before) => (before.width === width && before.height === height ? before : { ...before, width, height }))
    }
    const follow = () => {
      const { scrollTop: top, scrollLeft: left } = element
      if (scrolled.current.top === top && scrolled.current.left === left) return
      scrolled.current = { top, left }
      // At once: what is scrolled to is drawn in the same frame.
      flushSync(() => setView((before) => ({ ...before, top, left })))
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, scrolled, setView])
}
