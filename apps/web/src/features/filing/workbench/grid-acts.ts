import { afterKey } from '../personnel/index.ts'
import type { KeyboardEvent } from 'react'
import { gridColumns } from './grid-columns.ts'

/** What a key asks of the grid. */
export type GridAct =
  | { kind: 'SORT'; descending: boolean }
  | { kind: 'MOVE'; place: number; column: number; selecting: boolean }
  | { kind: 'TYPE'; text: string }
  | {
      kind: 'SELECT_ALL' | 'SELECT_NOBODY' | 'SELECT' | 'UNDO' | 'REDO' | 'OPEN' | 'EDIT' | 'CLEAR' | 'FIND' | 'HELP'
    }

export type GridKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

interface GridCursor {
  place: number
  column: number
  rows: number
  /** Lines in sight, which a page key goes by. */
  page: number
}

const plainActs: Readonly<Record<string, GridAct>> = {
  ' ': { kind: 'SELECT' },
  Enter: { kind: 'EDIT' },
  F2: { kind: 'EDIT' },
  Delete: { kind: 'CLEAR' },
  Escape: { kind: 'SELECT_NOBODY' },
  '?': { kind: 'HELP' },
  '/': { kind: 'FIND' },
}

/** Every key of the grid in one place (the ARIA grid pattern); undefined for a key that is not the grid's. */
export function actOfKey(pressed: GridKey, { place, column, rows, page }: GridCursor): GridAct | undefined {
  const { key, shiftKey, altKey } = pressed
  const ctrl = pressed.ctrlKey || pressed.metaKey
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return { kind: 'SORT', descending: key === 'ArrowDown' }
  if (ctrl && /^a$/i.test(key)) return { kind: 'SELECT_ALL' }
  if (ctrl && /^[yz]$/i.test(key)) return { kind: shiftKey || /^y$/i.test(key) ? 'REDO' : 'UNDO' }
  if (ctrl && key === 'Enter') return { kind: 'OPEN' }
  const next = afterKey(key, ctrl, { cursor: place, column, rows, columns: gridColumns.length, page })
  if (next)
    return { kind: 'MOVE', place: next.cursor, column: next.column, selecting: shiftKey && next.cursor !== place }
  if (ctrl || altKey) return undefined
  return plainActs[key] ?? (key.length === 1 ? { kind: 'TYPE', text: key } : undefined)
}
