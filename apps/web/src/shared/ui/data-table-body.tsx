import type { Virtualizer } from '@tanstack/react-virtual'
import type { DataColumn } from './data-table-model.ts'
import style from './data-table.module.css'

interface DataTableBodyProps<Row extends object> {
  rows: readonly { id: string; original: Row }[]
  columns: readonly DataColumn<Row>[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** Whether the cell cursor stands here. */
  isAt: (row: number, column: number) => boolean
  onOpen: ((row: Row) => void) | undefined
  problem: ((row: Row) => { tone: 'error' | 'warning'; text: string } | undefined) | undefined
}

/** The rows in sight; what lies above and below them is one empty row each. */
export function DataTableBody<Row extends object>(props: DataTableBodyProps<Row>) {
  const { rows, columns, virtualizer, isAt, onOpen, problem } = props
  const items = virtualizer.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody>
      {above > 0 ? <tr aria-hidden="true" style={{ height: above }} /> : null}
      {items.map(({ index }) => {
        const row = rows[index]
        if (!row) return null
        const trouble = problem?.(row.original)
        return (
          <tr
            key={row.id}
            aria-rowindex={index + 2}
            data-problem={trouble?.tone}
            data-open={onOpen !== undefined}
            onClick={onOpen ? () => onOpen(row.original) : undefined}
          >
            {columns.map(({ id, align, value, cell }, column) => (
              <td
                key={id}
                data-cell={`${index}-${column}`}
                data-align={align ?? 'start'}
                tabIndex={isAt(index, column) ? 0 : -1}
              >
                {cell ? cell(row.original) : value(row.original)}
                {column === 0 && trouble ? <span className={style.problem}>{trouble.text}</span> : null}
              </td>
            ))}
          </tr>
        )
      })}
      {below > 0 ? <tr aria-hidden="true" style={{ height: below }} /> : null}
    </tbody>
  )
}
