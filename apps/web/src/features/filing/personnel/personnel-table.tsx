/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: rows are placed by hand, the grid takes the keys */
import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { afterKey } from './grid-keys.ts'
import { messages } from './messages.ts'
import type { PersonnelList } from './personnel-list.ts'
import style from './personnel-table.module.css'
import { useColumns } from './use-columns.tsx'
import type { Column } from './use-columns.tsx'

const tableRowPx = 44
const cardPx = 116

interface PersonnelTableProps {
  list: PersonnelList
  /** Indexes into the list that the filter lets through, in order. */
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
  const { list, shown, cursor, selected, openRow, onCursor, onOpen, onToggle } = props
  const t = useMessages(messages)
  const asCards = useMediaQuery('(width < 760px)', false)
  const scroller = useRef<HTMLDivElement>(null)
  const [column, setColumn] = useState(0)
  const id = useId()
  const columns = useColumns(list, selected, onToggle)
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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const rowPx = asCards ? cardPx : tableRowPx
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowPx) - 1)
    const place = { cursor, column, rows: shown.length, columns: columns.length, page }
    const next = afterKey(event.key, event.ctrlKey, place)
    const row = list.rows[shown[cursor] ?? -1]?.row
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
        {virtual.getVirtualItems().map((item) => {
          const index = shown[item.index] ?? 0
          const person = list.rows[index]
          if (!person) return null
          return (
            <div
              key={person.row}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selected.has(person.row)}
              className={style.row}
              data-state={list.stateAt(index)}
              data-cursor={item.index === cursor}
              data-open={person.row === openRow}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={(event) => {
                if (event.target instanceof HTMLInputElement) return
                onCursor(item.index)
                onOpen(item.index)
              }}
            >
              <Cells
                columns={columns}
                index={index}
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
  index: number
  idOf: (place: number) => string
  /** The column under the cursor, in the row that has it. */
  active: number | undefined
}

function Cells({ columns, index, idOf, active }: CellsProps) {
  return columns.map(({ key, className, cell }, place) => (
    <div
      key={key}
      id={idOf(place)}
      role="gridcell"
      aria-colindex={place + 1}
      className={`${style.cell} ${className ?? ''}`}
      data-active={place === active}
    >
      {cell(index)}
    </div>
  ))
}
