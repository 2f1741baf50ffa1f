/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: rows are placed by hand, the grid takes the keys */
import { useMediaQuery } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { CellEditor } from './cell-editor.tsx'
import { columnName, fieldOf, fixedWidth, FIXED, gridColumns } from './grid-columns.ts'
import { LineCard } from './line-card.tsx'
import type { Source } from './line-cells.ts'
import { LineView } from './line-view.tsx'
import type { PlacedColumn } from './line-view.tsx'
import { messages } from './messages.ts'
import type { GridDesk } from './use-grid-desk.ts'
import { useClipboard } from './use-clipboard.ts'
import type { ShownLines } from './use-shown-lines.ts'
import style from './workbench-grid.module.css'

const LINE_PX = 22
const PADDING_PX = 11
const CARD_PX = 92
const HEAD_PX = 36
/** Lines drawn above and below those in sight. */
const OVERSCAN = 2

const withIndex = (indexes: number[], index: number, count: number): number[] =>
  index >= count || indexes.includes(index) ? indexes : [...indexes, index].toSorted((a, b) => a - b)

interface WorkbenchGridProps {
  lines: readonly number[]
  shown: ShownLines
  sources: readonly Source[]
  desk: GridDesk
  sort: { column: number; descending: boolean } | undefined
  onPaste: (text: string) => void
  onCopy: () => string | undefined
}

interface WindowOf {
  scroller: RefObject<HTMLDivElement | null>
  lines: readonly number[]
  shown: ShownLines
  place: number
  column: number
  rowPx: number
  asCards: boolean
}

/** The lines and columns in sight, the one under the cursor always among them; asks for the people whose lines they are. */
function useWindow({ scroller, lines, shown, place, column, rowPx, asCards }: WindowOf) {
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; nothing memoised takes the virtualizer
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // What is being typed must not go with a line that is scrolled out of sight.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), place, lines.length),
    scrollPaddingStart: asCards ? 0 : HEAD_PX,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: gridColumns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => gridColumns[index]?.width ?? 120,
    overscan: 1,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), column, gridColumns.length),
    scrollPaddingStart: fixedWidth,
  })
  useEffect(() => rows.measure(), [rowPx, rows])
  useEffect(() => rows.scrollToIndex(place), [place, rows, rowPx])
  useEffect(() => {
    if (column >= FIXED) across.scrollToIndex(column)
    else scroller.current?.scrollTo({ left: 0 })
  }, [column, across, scroller])
  const first = rows.range?.startIndex ?? 0
  const last = rows.range?.endIndex ?? 0
  const drawn = last - first + 1 + 2 * OVERSCAN
  const { want } = shown
  useEffect(() => want(first, last), [first, last, want])
  const columnsInSight = across.getVirtualItems()
  const columnKey = columnsInSight.map(({ index }) => index).join()
  const columns = useMemo(
    () => columnsInSight.flatMap(({ index, start }): PlacedColumn[] => (index < FIXED ? [] : [{ index, start }])),
    // oxlint-disable-next-line react/exhaustive-deps -- the same columns are the same list, so that lines are not drawn anew
    [columnKey],
  )
  return { rows, across, columns, drawn }
}

/**
 * The lists as a grid: only the lines and columns in sight are drawn, so 50,000 people scroll like 50. The grid keeps the focus and
 * names the cell under the cursor. On a phone a person is a card.
 */
export function WorkbenchGrid({ lines, shown, sources, desk, sort, onPaste, onCopy }: WorkbenchGridProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const asCards = useMediaQuery('(width < 760px)', false)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const { place, column, selection, editing, toggle } = desk
  const rowPx = asCards ? CARD_PX : PADDING_PX + LINE_PX * sources.length
  const { rows, across, columns, drawn } = useWindow({ scroller, lines, shown, place, column, rowPx, asCards })
  const idOf = useCallback((row: number, cell: number) => `${id}-${row}-${cell}`, [id])
  const headOf = (index: number) => {
    const field = fieldOf(gridColumns[index])
    if (field !== undefined) return columnName(field, language, t('monthlyAverage'))
    return gridColumns[index]?.key === 'PROBLEM' ? t('problemColumn') : t('stateColumn')
  }
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof HTMLInputElement || !(event.target instanceof Element)) return
    const row = event.target.closest('[data-place]')?.getAttribute('data-place')
    const cell = event.target.closest('[data-column]')?.getAttribute('data-column')
    if (row === null || row === undefined) return
    desk.click(Number(row), cell === null || cell === undefined ? 1 : Number(cell), {
      shift: event.shiftKey,
      twice: event.detail === 2,
      asCard: asCards,
    })
  }
  useClipboard(scroller, onPaste, onCopy)
  const field = fieldOf(gridColumns[column])
  const editor =
    editing !== undefined && field !== undefined ? (
      <CellEditor
        field={field}
        label={headOf(column)}
        text={editing}
        onKeep={(text, then) => {
          desk.keep(text, then)
          scroller.current?.focus()
        }}
        onGiveUp={() => {
          desk.giveUp()
          scroller.current?.focus()
        }}
      />
    ) : null
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
        const page = Math.max(1, Math.floor((scroller.current.clientHeight - HEAD_PX) / rowPx) - 1)
        if (desk.press(event, page)) event.preventDefault()
      }}
      onClick={onClick}
    >
      {asCards ? null : (
        <GridHead columns={columns} width={across.getTotalSize()} sort={sort} headOf={headOf} onSort={desk.sortBy} />
      )}
      <div
        className={style.rows}
        role="rowgroup"
        style={{ height: rows.getTotalSize(), width: asCards ? '100%' : across.getTotalSize() }}
      >
        {rows.getVirtualItems().map((item) => {
          const line = lines[item.index] ?? -1
          const shared = {
            line: shown.at(line),
            place: item.index,
            top: item.start,
            height: item.size,
            isSelected: selection.lines.has(line),
            idOf,
            onToggle: toggle,
          }
          // A line that comes into sight is drawn where another one was: to fill it anew is quicker than to build it.
          const key = item.index === place ? 'active' : item.index % drawn
          return asCards ? (
            <LineCard key={key} {...shared} isActive={item.index === place} />
          ) : (
            <LineView
              key={key}
              {...shared}
              columns={columns}
              sources={sources}
              active={item.index === place ? column : undefined}
              editor={item.index === place ? editor : null}
            />
          )
        })}
      </div>
    </div>
  )
}

interface GridHeadProps {
  columns: readonly PlacedColumn[]
  width: number
  sort: WorkbenchGridProps['sort']
  headOf: (index: number) => string
  onSort: (index: number) => void
}

/** Those that stay in place, then those in sight. */
function GridHead({ columns, width, sort, headOf, onSort }: GridHeadProps) {
  return (
    <div className={style.headRow} role="row" aria-rowindex={1} style={{ width }}>
      {[...Array.from({ length: FIXED }, (_, index) => ({ index, start: undefined })), ...columns].map(
        ({ index, start }) => (
          <div
            key={index}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            aria-sort={sort?.column !== index ? undefined : sort.descending ? 'descending' : 'ascending'}
            className={style.head}
            data-fixed={start === undefined}
            data-figure={gridColumns[index]?.figure}
            style={
              start === undefined
                ? { width: gridColumns[index]?.width, left: index === 0 ? 0 : gridColumns[0]?.width }
                : { width: gridColumns[index]?.width, transform: `translateX(${start}px)` }
            }
            onClick={() => onSort(index)}
          >
            {headOf(index)}
            {sort?.column === index ? (sort.descending ? ' ↓' : ' ↑') : ''}
          </div>
        ),
      )}
    </div>
  )
}
