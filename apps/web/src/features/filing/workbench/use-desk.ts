import { readPastedCells, writePastedCells } from '@shebao/roster'
import type { RefObject } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Asked } from './asking.ts'
import type { BatchSaver } from './batch-saver.ts'
import { fieldOf, fieldsFrom, gridColumns } from './grid-columns.ts'
import { nothingSelected } from './grid-selection.ts'
import { messages } from './messages.ts'
import type { Deed } from './plan-changes.ts'
import { shownCell } from './shown-cells.ts'
import { useGridDesk } from './use-grid-desk.ts'
import type { Keeping } from './use-keeping.ts'
import type { ShownLines } from './use-shown-lines.ts'
import type { Workbench } from './use-workbench.ts'

export interface DeskNote {
  tone: 'done' | 'warning'
  text: string
}

interface DeskOf {
  workbench: Workbench
  lines: readonly number[]
  shown: ShownLines
  saver: BatchSaver | undefined
  keeping: Keeping
  find: RefObject<HTMLInputElement | null>
  setAsking: (asking: Asked | undefined) => void
  setOpened: (line: number | undefined) => void
  setNote: (note: DeskNote | undefined) => void
}

/** What the keys, the pointer and the clipboard do to the lists. */
export function useDesk({ workbench, lines, shown, saver, keeping, find, setAsking, setOpened, setNote }: DeskOf) {
  const t = useMessages(messages)
  const { view, look } = workbench
  const run = async (what: Deed | 'undo' | 'redo') => {
    if (what === 'undo' || what === 'redo') {
      const { kept, failure, isLost } = await keeping.before(what)
      if (failure !== undefined) setNote({ tone: 'warning', text: failure })
      if (kept) setNote({ tone: 'done', text: t(what === 'undo' ? 'keptUndone' : 'kept', { count: kept.ids.length }) })
      if (kept || isLost) return void (await workbench.run(what, kept))
      if (failure !== undefined) return
    }
    const outcome = await workbench.run(what)
    if (outcome === undefined) return
    if (outcome.notTaken.some(({ why }) => why === 'TOO_LONG')) setNote({ tone: 'warning', text: t('tooLong') })
    if (outcome.rows === 0) return
    const isSingle = typeof what === 'object' && what.kind === 'EDIT'
    const word = what === 'undo' ? 'undone' : what === 'redo' ? 'redone' : 'done'
    setNote(isSingle ? undefined : { tone: 'done', text: t(word, { rows: outcome.rows }) })
    saver?.changed(typeof what === 'object' && 'reason' in what ? what.reason : undefined)
    if (outcome.moved) desk.select(nothingSelected)
  }
  const edit = (line: number, field: NonNullable<ReturnType<typeof fieldOf>>, text: string) =>
    void run({ kind: 'EDIT', lines: [line], field, text })
  const textAt = (place: number, column: number): string | undefined => {
    const one = gridColumns[column]
    const line = shown.at(lines[place] ?? -1)
    if (one?.editable !== true || line === undefined || line.row === 0) return undefined
    return shownCell(line, one.cell ?? -1).texts[0] ?? ''
  }
  const desk = useGridDesk(lines, {
    textAt,
    onKeep: (place, column, text) => {
      const field = fieldOf(gridColumns[column])
      const line = lines[place]
      if (field !== undefined && line !== undefined) edit(line, field, text)
    },
    onUndo: () => void run('undo'),
    onRedo: () => void run('redo'),
    onOpen: (place) => setOpened(lines[place]),
    onSort: (column, descending) => {
      const field = fieldOf(gridColumns[column])
      if (field === undefined) return
      const isSame = view.sort?.field === field
      const wanted = descending ?? (isSame ? !view.sort?.descending : false)
      const isOff =
        isSame && (descending === undefined ? view.sort?.descending === true : view.sort?.descending === descending)
      void look({ sort: isOff ? undefined : { field, descending: wanted } })
    },
    onFind: () => find.current?.focus(),
    onHelp: () => setAsking('KEYS'),
  })
  const paste = (text: string) => {
    const cells = readPastedCells(text)
    const fields = fieldsFrom(desk.column)
    const [first] = fields
    const line = lines[desk.place]
    if (
      first === undefined ||
      line === undefined ||
      cells.length === 0 ||
      fieldOf(gridColumns[desk.column]) === undefined
    )
      return
    if (cells.length === 1 && cells[0]?.length === 1) return edit(line, first, cells[0][0] ?? '')
    setAsking({
      kind: 'PASTE',
      deed: { kind: 'PASTE', lines: lines.slice(desk.place, desk.place + cells.length), fields, cells },
    })
  }
  /** The column of those selected whose texts are here, or the one cell. */
  const copy = (): string | undefined => {
    const cell = gridColumns[desk.column]?.cell
    if (cell === undefined) return undefined
    const of =
      desk.selection.lines.size > 0 ? lines.filter((line) => desk.selection.lines.has(line)) : [lines[desk.place] ?? -1]
    const here = of.flatMap((line) => shown.at(line) ?? [])
    return writePastedCells(here.map((line) => [shownCell(line, cell).texts[0] ?? '']))
  }
  return { desk, run, edit, paste, copy }
}
