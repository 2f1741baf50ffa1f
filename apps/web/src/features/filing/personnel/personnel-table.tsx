/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: rows are placed by hand, the grid takes the keys */
import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { afterKey } from './grid-keys.ts'
import { messages } from './messages.ts'
import style from './personnel-table.module.css'
import { useColumns } from './use-columns.tsx'
import type { Column } from './use-columns.tsx'
import type { CheckedRow } from './personnel-list.ts'
import type { People } from './use-people.ts'

const tableRowPx = 44
const cardPx = 116
/** People are fetched by blocks of as many places, a moment after the scrolling. */
const BLOCK = 100
const SCROLLING_MS = 40
/** The column that says that somebody is still fetched. */
const NAME_PLACE = 1

interface PersonnelTableProps {
  people: People
  /** Rows that the filter lets through, in order. */
  shown: readonly number[]
  cursor: number
  selected: ReadonlySet<number>
  /** The row that is open in the window. */
  openRow: number | undefined
  onCursor: (place: number) => void
  onOpen: (place: number) => void
  onToggle: (row: number) => void
}

/**
 * The list as a grid with a keyboard cursor: only what is in sight is drawn, so 50,000 rows scroll like 50. On a phone a row is a card.
 */
export function PersonnelTable(props: PersonnelTableProps) {
  const { people, shown, cursor, selected, openRow, onCursor, onOpen, onToggle } = props
  const t = useMessages(messages)
  const asCards = useMediaQuery('(width < 760px)', false)
  const scroller = useRef<HTMLDivElement>(null)
  const [column, setColumn] = useState(0)
  const id = useId()
  const columns = useColumns(selected, onToggle)
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; nothing memoised takes the virtualizer
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (asCards ? cardPx : tableRowPx),
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [asCards, virtual])
  useEffect(() => {
    virtual.scrollToIndex(cursor)
  }, [cursor, virtual])

  const inSight = virtual.getVirtualItems()
  const from = Math.floor((inSight[0]?.index ?? 0) / BLOCK) * BLOCK
  const to = Math.ceil(((inSight.at(-1)?.index ?? 0) + 1) / BLOCK) * BLOCK
  const { want } = people
  useEffect(() => {
    const timer = setTimeout(() => want(shown.slice(from, to)), SCROLLING_MS)
    return () => clearTimeout(timer)
  }, [from, to, shown, want])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const rowPx = asCards ? cardPx : tableRowPx
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowPx) - 1)
    const place = { cursor, column, rows: shown.length, columns: columns.length, page }
    const next = afterKey(event.key, event.ctrlKey, place)
    const row = shown[cursor]
    if (next) {
      setColumn(next.column)
      if (next.cursor !== cursor) onCursor(next.cursor)
    } else if (event.key === 'Enter') onOpen(cursor)
    else if (event.key === ' ' && row !== undefined) onToggle(row)
    else if (event.key !== ' ') return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={style.scroller}
      role="grid"
      aria-label={t('tableLabel', { count: shown.length })}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${cursor}-${column}`}
      tabIndex={0}
      data-cards={asCards}
      onKeyDown={onKeyDown}
    >
      <div className={style.headRow} role="row" aria-rowindex={1}>
        {columns.map(({ key, head, className }) => (
          <div key={key} role="columnheader" className={`${style.cell} ${className ?? ''}`}>
            {head}
          </div>
        ))}
      </div>
      <div className={style.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {inSight.map((item) => {
          const row = shown[item.index] ?? 0
          const person = people.at(row)
          return (
            <div
              key={row}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selected.has(row)}
              aria-busy={person === undefined}
              className={style.row}
              data-state={person?.state}
              data-cursor={item.index === cursor}
              data-open={row === openRow}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={(event) => {
                if (event.target instanceof HTMLInputElement) return
                onCursor(item.index)
                onOpen(item.index)
              }}
            >
              <Cells
                columns={columns}
                person={person}
                idOf={(place) => `${id}-${item.index}-${place}`}
                active={item.index === cursor ? column : undefined}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface CellsProps {
  columns: readonly Column[]
  /** Undefined while they are fetched. */
  person: CheckedRow | undefined
  idOf: (place: number) => string
  /** The column under the cursor, in the row that has it. */
  active: number | undefined
}

function Cells({ columns, person, idOf, active }: CellsProps) {
  return columns.map(({ key, className, cell }, place) => (
    <div
      key={key}
      id={idOf(place)}
      role="gridcell"
      aria-colindex={place + 1}
      className={`${style.cell} ${className ?? ''}`}
      data-active={place === active}
    >
      {person ? cell(person) : place === NAME_PLACE ? '…' : null}
    </div>
  ))
}
