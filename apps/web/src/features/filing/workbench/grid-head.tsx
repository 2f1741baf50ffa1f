/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: heads are placed by hand, the grid takes the keys */
import { memo } from 'react'
import { allColumnsWidth, fieldOf, FIXED, gridColumns } from './grid-columns.ts'
import type { LineSort } from './line-filter.ts'
import type { PlacedColumn } from './line-view.tsx'
import style from './workbench-grid.module.css'

interface GridHeadProps {
  columns: readonly PlacedColumn[]
  /** Of every column, in their order. */
  names: readonly string[]
  sort: LineSort | undefined
  onSort: (index: number) => void
}

const fixed = Array.from({ length: FIXED }, (_, index) => ({ index, start: undefined }))

/** Those that stay in place, then those in sight. */
export const GridHead = memo(function GridHead({ columns, names, sort, onSort }: GridHeadProps) {
  return (
    <div className={style.headRow} role="row" aria-rowindex={1} style={{ width: allColumnsWidth }}>
      {[...fixed, ...columns].map(({ index, start }) => {
        const column = gridColumns[index]
        const isSorted = sort !== undefined && fieldOf(column) === sort.field
        return (
          <div
            key={index}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={style.head}
            data-fixed={start === undefined}
            data-figure={column?.figure}
            style={
              start === undefined
                ? { width: column?.width, left: index === 0 ? 0 : gridColumns[0]?.width }
                : { width: column?.width, transform: `translateX(${start}px)` }
            }
            onClick={() => onSort(index)}
          >
            {names[index]}
            {isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}
          </div>
        )
      })}
    </div>
  )
})
