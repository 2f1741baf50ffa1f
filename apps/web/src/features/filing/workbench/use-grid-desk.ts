import { useCallback, useState } from 'react'
import { actOfKey } from './grid-acts.ts'
import type { GridAct, GridKey } from './grid-acts.ts'
import { gridColumns } from './grid-columns.ts'
import { allSelected, extended, nothingSelected, toggled } from './grid-selection.ts'
import type { GridSelection } from './grid-selection.ts'
import { useSteady } from './use-steady.ts'
import { useTypedCell } from './use-typed-cell.ts'

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

/** Where the cursor is, what is selected and what is being typed; and what keys and the pointer do. */
export function useGridDesk(lines: readonly number[], keys: DeskKeys) {
  const [at, setAt] = useState({ place: 0, column: 1 })
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const place = Math.max(0, Math.min(lines.length - 1, at.place))
  const { column } = at
  const toggle = useCallback(
    (of: number) => {
      const line = lines[of]
      if (line !== undefined) setSelection((before) => toggled(before, line, of))
    },
    [lines],
  )
  const { editing, begin, keep, giveUp } = useTypedCell({
    onKept: (text, then) => {
      if (text !== keys.textAt(place, column)) keys.onKeep(place, column, text)
      if (then === 'DOWN') setAt({ place: Math.min(lines.length - 1, place + 1), column })
      if (then === 'RIGHT') setAt({ place, column: Math.min(gridColumns.length - 1, column + 1) })
    },
  })
  const extendTo = (end: number) => setSelection((before) => extended(before, lines, place, end))
  const edit = (text: string | undefined) => text !== undefined && begin(text)
  return {
    place,
    column,
    selection,
    editing,
    toggle,
    keep,
    giveUp,
    /** True when the key was the grid's. */
    press: (event: GridKey, page: number): boolean => {
      const act = actOfKey(event, { place, column, rows: lines.length, page })
      const text = keys.textAt(place, column)
      // Where nothing can be typed a letter is the browser's.
      if (act === undefined || (act.kind === 'TYPE' && text === undefined)) return false
      perform(act, { place, column, text, keys, begin, toggle, extendTo, move: setAt, lines, select: setSelection })
      return true
    },
    click: (row: number, cell: number, { shift, twice, asCard }: Click) => {
      if (shift) extendTo(row)
      setAt({ place: row, column: cell })
      if (asCard) keys.onOpen(row)
      else if (twice) edit(keys.textAt(row, cell))
    },
    sortBy: useSteady((index: number) => keys.onSort(index, undefined)),
    select: setSelection,
    moveTo: (of: number) => setAt({ place: of, column }),
  }
}

export type GridDesk = ReturnType<typeof useGridDesk>

interface Desk {
  lines: readonly number[]
  place: number
  column: number
  /** What can be edited there. */
  text: string | undefined
  keys: DeskKeys
  begin: (text: string) => void
  toggle: (place: number) => void
  extendTo: (place: number) => void
  move: (to: { place: number; column: number }) => void
  select: (selection: GridSelection) => void
}

function perform(act: GridAct, desk: Desk): void {
  const { lines, place, column, text, keys } = desk
  switch (act.kind) {
    case 'SORT':
      return keys.onSort(column, act.descending)
    case 'SELECT_ALL':
      return desk.select(allSelected(lines))
    case 'SELECT_NOBODY':
      return desk.select(nothingSelected)
    case 'SELECT':
      return desk.toggle(place)
    case 'UNDO':
      return keys.onUndo()
    case 'REDO':
      return keys.onRedo()
    case 'OPEN':
      return keys.onOpen(place)
    case 'MOVE':
      if (act.selecting) desk.extendTo(act.place)
      return desk.move({ place: act.place, column: act.column })
    case 'EDIT':
      // Where nothing can be typed everything of the person is shown, and whether they can be taken in.
      return text === undefined ? keys.onOpen(place) : desk.begin(text)
    case 'CLEAR':
      return text ? keys.onKeep(place, column, '') : undefined
    case 'TYPE':
      return desk.begin(act.text)
    case 'FIND':
      return keys.onFind()
    case 'HELP':
      return keys.onHelp()
  }
}
