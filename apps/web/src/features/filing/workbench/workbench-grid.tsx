/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: rows are placed by hand, the grid takes the keys */
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { MouseEvent } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { CellEditor } from './cell-editor.tsx'
import { allColumnsWidth, columnName, fieldOf, gridColumns } from './grid-columns.ts'
import { GridHead } from './grid-head.tsx'
import { LineCard } from './line-card.tsx'
import type { Source } from './line-cells.ts'
import { LineView } from './line-view.tsx'
import { messages } from './messages.ts'
import type { LineSort } from './line-filter.ts'
import { useClipboard } from './use-clipboard.ts'
import type { GridDesk } from './use-grid-desk.ts'
import { useGridWindow } from './use-grid-window.ts'
import type { ShownLines } from './use-shown-lines.ts'
import style from './workbench-grid.module.css'

const LINE_PX = 22
const PADDING_PX = 11
const CARD_PX = 92
const HEAD_PX = 36

interface WorkbenchGridProps {
  lines: readonly number[]
  shown: ShownLines
  sources: readonly Source[]
  desk: GridDesk
  sort: LineSort | undefined
  onPaste: (text: string) => void
  onCopy: () => string | undefined
}

/**
 * The lists as a grid: only the lines and columns in sight are drawn, so 50,000 people scroll like 50. The grid keeps the focus and
 * names the cell under the cursor. On a phone a person is a card.
 */
export function WorkbenchGrid({ lines, shown, sources, desk, sort, onPaste, onCopy }: WorkbenchGridProps) {
  const t = useMessages(messages)
  const asCards = useMediaQuery('(width < 760px)', false)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const heads = useHeads()
  const { place, column, selection, editing, toggle } = desk
  const sizes = {
    rows: lines.length,
    rowPx: asCards ? CARD_PX : PADDING_PX + LINE_PX * sources.length,
    headPx: asCards ? 0 : HEAD_PX,
  }
  const { places, most, isDrawn, columns, first, last } = useGridWindow(scroller, sizes, { place, column })
  const { want } = shown
  useEffect(() => want(first, last), [first, last, want])
  const idOf = useCallback((row: number, cell: number) => `${id}-${row}-${cell}`, [id])
  useClipboard(scroller, onPaste, onCopy)
  const isTyped = editing !== undefined && fieldOf(gridColumns[column]) !== undefined
  const toGrid = () => scroller.current?.focus()
  return (
    <div
      ref={scroller}
      className={style.scroller}
      role="grid"
      aria-label={t('gridLabel', { count: lines.length })}
      aria-rowcount={lines.length + 1}
      aria-colcount={gridColumns.length}
      aria-multiselectable="true"
      aria-activedescendant={editing === undefined ? idOf(place, asCards ? 0 : column) : undefined}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target !== scroller.current) return
        const page = Math.max(1, Math.floor((scroller.current.clientHeight - HEAD_PX) / sizes.rowPx) - 1)
        if (desk.press(event, page)) event.preventDefault()
      }}
      onClick={(event) => clickLine(event, desk, asCards)}
    >
      {asCards ? null : <GridHead columns={columns} names={heads} sort={sort} onSort={desk.sortBy} />}
      <div
        className={style.rows}
        role="rowgroup"
        style={{ height: sizes.rows * sizes.rowPx, width: asCards ? '100%' : allColumnsWidth }}
      >
        {places.map((at) => {
          const line = lines[at] ?? -1
          const isActive = at === place
          const shared = {
            line: shown.at(line),
            place: at,
            top: at * sizes.rowPx,
            height: sizes.rowPx,
            isSelected: selection.lines.has(line),
            t,
            idOf,
            onToggle: toggle,
          }
          // A line that comes into sight is drawn where another one was: to fill it anew is quicker than to build it. What is being
          // typed must not go with a line that is scrolled out of sight.
          const key = isActive && (editing !== undefined || !isDrawn) ? 'active' : at % most
          if (asCards) return <LineCard key={key} {...shared} isActive={isActive} />
          return (
            <LineView
              key={key}
              {...shared}
              columns={columns}
              sources={sources}
              active={isActive ? column : undefined}
              editor={
                isActive && isTyped ? <DeskEditor desk={desk} label={heads[column] ?? ''} onLeft={toGrid} /> : null
              }
            />
          )
        })}
      </div>
    </div>
  )
}

/** What every column is called. */
function useHeads(): string[] {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    () =>
      gridColumns.map((column) => {
        const field = fieldOf(column)
        if (field !== undefined) return columnName(field, language, t('monthlyAverage'))
        return column.key === 'PROBLEM' ? t('problemColumn') : t('stateColumn')
      }),
    [language, t],
  )
}

function clickLine(event: MouseEvent, desk: GridDesk, asCard: boolean): void {
  if (event.target instanceof HTMLInputElement || !(event.target instanceof Element)) return
  const row = event.target.closest('[data-place]')?.getAttribute('data-place')
  const cell = event.target.closest('[data-column]')?.getAttribute('data-column')
  if (row === null || row === undefined) return
  desk.click(Number(row), cell === null || cell === undefined ? 1 : Number(cell), {
    shift: event.shiftKey,
    twice: event.detail === 2,
    asCard,
  })
}

/** What stands in the cell under the cursor while it is typed in. */
function DeskEditor({ desk, label, onLeft }: { desk: GridDesk; label: string; onLeft: () => void }) {
  const field = fieldOf(gridColumns[desk.column])
  if (desk.editing === undefined || field === undefined) return null
  return (
    <CellEditor
      field={field}
      label={label}
      text={desk.editing}
      onKeep={(text, then) => {
        desk.keep(text, then)
        onLeft()
      }}
      onGiveUp={() => {
        desk.giveUp()
        onLeft()
      }}
    />
  )
}
