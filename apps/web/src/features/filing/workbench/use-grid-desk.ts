import { useCallback, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { afterKey } from '../personnel/index.ts'
import { gridColumns } from './grid-columns.ts'
import { allSelected, extended, nothingSelected, toggled } from './grid-selection.ts'
import type { GridSelection } from './grid-selection.ts'

export interface DeskKeys {
  /** What the cell under the cursor says now; undefined where nothing can be typed. */
  textAt: (place: number, column: number) => string | undefined
  onKeep: (place: number, column: number, text: string) => void
  onUndo: () => void
  onRedo: () => void
  onOpen: (place: number) => void
  onSort: (column: number, descending: boolean | undefined) => void
  onFind: () => void
  onHelp: () => void
}

interface Click {
  shift: boolean
  twice: boolean
  asCard: boolean
}

/** Where the cursor is, what is selected and what is being typed; and what every key does. */
export function useGridDesk(lines: readonly number[], keys: DeskKeys) {
  const [at, setAt] = useState({ place: 0, column: 1 })
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const [editing, setEditing] = useState<string>()
  const kept = useRef(false)
  const place = Math.max(0, Math.min(lines.length - 1, at.place))
  const { column } = at
  const toggle = useCallback(
    (of: number) => {
      const line = lines[of]
      if (line !== undefined) setSelection((before) => toggled(before, line, of))
    },
    [lines],
  )

  const edit = (text: string | undefined) => {
    if (text === undefined) return
    kept.current = false
    setEditing(text)
  }
  /** Typed words are kept once, whether by a key or by leaving the cell. */
  const keep = (text: string, then: 'DOWN' | 'RIGHT' | 'STAY') => {
    if (kept.current) return
    kept.current = true
    if (text !== keys.textAt(place, column)) keys.onKeep(place, column, text)
    setEditing(undefined)
    if (then === 'DOWN') setAt({ place: Math.min(lines.length - 1, place + 1), column })
    if (then === 'RIGHT') setAt({ place, column: Math.min(gridColumns.length - 1, column + 1) })
  }
  const giveUp = () => {
    kept.current = true
    setEditing(undefined)
  }

  /** True when the key was the grid's. */
  const press = (event: KeyboardEvent, page: number): boolean => {
    const { key, shiftKey, altKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    const line = lines[place]
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      keys.onSort(column, key === 'ArrowDown')
      return true
    }
    if (ctrl && /^[azy]$/i.test(key)) {
      if (key.toLowerCase() === 'a') setSelection(allSelected(lines))
      else if (key.toLowerCase() === 'y' || shiftKey) keys.onRedo()
      else keys.onUndo()
      return true
    }
    if (ctrl && key === 'Enter') {
      keys.onOpen(place)
      return true
    }
    const next = afterKey(key, ctrl, { cursor: place, column, rows: lines.length, columns: gridColumns.length, page })
    if (next) {
      if (shiftKey && next.cursor !== place) setSelection((before) => extended(before, lines, place, next.cursor))
      setAt({ place: next.cursor, column: next.column })
      return true
    }
    return pressPlain(key, ctrl || altKey, line)
  }

  function pressPlain(key: string, withOther: boolean, line: number | undefined): boolean {
    if (withOther) return false
    switch (key) {
      case ' ':
        if (line !== undefined) setSelection((before) => toggled(before, line, place))
        return true
      case 'Enter':
      case 'F2':
        // Where nothing can be typed everything of the person is shown, and whether they can be taken in.
        if (keys.textAt(place, column) === undefined) keys.onOpen(place)
        else edit(keys.textAt(place, column))
        return true
      case 'Delete':
        if (keys.textAt(place, column)) keys.onKeep(place, column, '')
        return true
      case 'Escape':
        setSelection(nothingSelected)
        return true
      case '?':
        keys.onHelp()
        return true
      case '/':
        keys.onFind()
        return true
      default:
        if (key.length !== 1 || keys.textAt(place, column) === undefined) return false
        edit(key)
        return true
    }
  }

  const click = (row: number, cell: number, { shift, twice, asCard }: Click) => {
    if (shift) setSelection((before) => extended(before, lines, place, row))
    setAt({ place: row, column: cell })
    if (asCard) keys.onOpen(row)
    else if (twice) edit(keys.textAt(row, cell))
  }
  return {
    place,
    column,
    selection,
    editing,
    toggle,
    keep,
    giveUp,
    press,
    click,
    sortBy: (index: number) => keys.onSort(index, undefined),
    select: setSelection,
    moveTo: (of: number) => setAt({ place: of, column }),
  }
}

export type GridDesk = ReturnType<typeof useGridDesk>
