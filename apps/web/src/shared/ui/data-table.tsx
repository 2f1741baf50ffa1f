import { useId, useMemo, useRef, type ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { DataTableBody } from './data-table-body.tsx'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableFoot } from './data-table-foot.tsx'
import { defaultColumnWidth, useDataTable, type DataColumn } from './data-table-model.ts'
import style from './data-table.module.css'
import { messages } from './table-messages.ts'
import { NothingFound } from './nothing-found.tsx'
import { useRowsInSight } from './use-rows-in-sight.ts'

export type { DataColumn } from './data-table-model.ts'

interface DataTableProps<Row extends object> {
  /** Names the table for screen readers. */
  label: string
  /** Keep both stable (state, memo, module scope), or the table recomputes at every render. */
  rows: readonly Row[]
  columns: readonly DataColumn<Row>[]
  rowId: (row: Row) => string
  /** Enter, or a press on the row. */
  onOpen?: (row: Row) => void
  /** A coloured tick in the margin and the text for it. */
  problem?: (row: Row) => { tone: 'error' | 'warning'; text: string } | undefined
  /** Rows in all, when the server holds more than are loaded. */
  total?: number
  /** Shown instead of the table when there are no rows at all. */
  empty: ReactNode
  /** Gets the rows as filtered and sorted. */
  onExport?: (rows: readonly Row[]) => void
  /** What stands left of the export button: actions on a selection, more filters. */
  tools?: ReactNode
  /** CSS height; the table scrolls inside. */
  height?: string
}

/** Sticky head and first column, a cell cursor for the keyboard, filters, count and sum; only the rows in sight are drawn. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    label,
    rows: allRows,
    columns,
    rowId,
    onOpen,
    problem,
    total,
    empty,
    onExport,
    tools,
    height = 'min(70dvh, 720px)',
  } = props
  const t = useMessages(messages)
  const keysId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { table, rows } = useDataTable(allRows, columns, rowId)
  const { virtualizer, cursor } = useRowsInSight(rows, columns.length, scroller, onOpen)
  const width = useMemo(() => columns.reduce((sum, column) => sum + (column.width ?? defaultColumnWidth), 0), [columns])
  if (allRows.length === 0) return empty

  return (
    <div className={style.wrap}>
      <div ref={scroller} className={style.scroller} style={{ maxHeight: height }}>
        <span id={keysId} hidden>
          {t('tableKeys')}
        </span>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA grid pattern on a real table
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          aria-describedby={keysId}
          className={style.table}
          style={{ minWidth: width }}
          onKeyDown={cursor.onKeyDown}
          onFocus={cursor.onFocus}
        >
          <colgroup>
            {columns.map(({ id, width: columnWidth }) => (
              <col key={id} style={{ width: columnWidth ?? defaultColumnWidth }} />
            ))}
          </colgroup>
          <DataTableHead table={table} columns={columns} />
          <DataTableBody
            rows={rows}
            columns={columns}
            virtualizer={virtualizer}
            isAt={cursor.isAt}
            onOpen={onOpen}
            problem={problem}
          />
        </table>
        {rows.length === 0 ? (
          <div className={style.nothing}>
            <NothingFound
              clear={() => {
                table.resetColumnFilters()
                // The button goes with what it cleared; who used the keyboard goes on where the filters are.
                scroller.current?.querySelector('input')?.focus()
              }}
            />
          </div>
        ) : null}
      </div>
      <DataTableFoot
        table={table}
        columns={columns}
        shown={rows.map(({ original }) => original)}
        total={total ?? allRows.length}
        tools={tools}
        {...(onExport ? { onExport } : {})}
      />
    </div>
  )
}
