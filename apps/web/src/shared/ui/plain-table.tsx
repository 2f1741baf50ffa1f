import type { ReactNode } from 'react'
import style from './plain-table.module.css'
import { useRowKeys } from './use-row-keys.ts'

/** The name of a column; of figures, which stand at the end of their cell; or one that is only heard. */
type Column = string | { end: string } | { unseen: string }

interface PlainTableProps {
  /** What the table is, for those who do not see it. */
  caption?: string
  columns: readonly Column[]
  /** Rows. A cell's `data-label` repeats its column's name where the columns stand below each other. */
  children: ReactNode
  /** Rows of sums. */
  foot?: ReactNode
  /** How the keys walk from row to row, by what in each carries `data-row`. */
  keys?: string
  /** Inside a panel: no frame of its own. */
  bare?: boolean
  className?: string | undefined
}

/** So many columns fit on a phone. */
const besideEachOther = 3

/** A table that is read, row by row. On a phone a row of many columns is a block with its name on top. */
export function PlainTable({ caption, columns, children, foot, keys, bare = false, className = '' }: PlainTableProps) {
  const shape = columns.length > besideEachOther ? `${style.table} ${style.blocks}` : style.table
  return (
    <>
      <div className={style.wrap} data-bare={bare}>
        <table className={`${shape} ${className}`}>
          {caption ? <caption className="visually-hidden">{caption}</caption> : null}
          <thead>
            <tr>{columns.map(head)}</tr>
          </thead>
          {keys ? <KeyedBody>{children}</KeyedBody> : <tbody>{children}</tbody>}
          {foot ? <tfoot>{foot}</tfoot> : null}
        </table>
      </div>
      {keys ? <p className={`${style.keys} quiet keyboard-hint`}>{keys}</p> : null}
    </>
  )
}

function head(column: Column) {
  if (typeof column === 'string') {
    return (
      <th key={column} scope="col">
        {column}
      </th>
    )
  }
  if ('end' in column) {
    return (
      <th key={column.end} scope="col" data-align="end">
        {column.end}
      </th>
    )
  }
  return (
    <th key={column.unseen} scope="col">
      <span className="visually-hidden">{column.unseen}</span>
    </th>
  )
}

function KeyedBody({ children }: { children: ReactNode }) {
  return <tbody ref={useRowKeys()}>{children}</tbody>
}
