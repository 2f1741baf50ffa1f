import type { ReactNode } from 'react'
import style from './statistics.module.css'

export interface HeatRow {
  id: string
  name: ReactNode
  /** One a column; its value says how warm it is. */
  cells: readonly { value: number; content: ReactNode }[]
  sum?: ReactNode
}

interface HeatTableProps {
  caption: string
  corner: string
  columns: readonly { id: string; name: string }[]
  rows: readonly HeatRow[]
  sumName?: string
  foot?: ReactNode
  colour: 'accent' | 'vermilion'
}

/** A table whose cells are the warmer the more they hold. Every figure stands in its cell, so it reads without colours. */
export function HeatTable({ caption, corner, columns, rows, sumName, foot, colour }: HeatTableProps) {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value)))
  return (
    // It scrolls sideways where it does not fit, also by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <section className={style.heat} aria-label={caption} tabIndex={0}>
      <table style={{ '--heat': `var(--${colour})` } as Record<string, string>}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            {sumName ? <th scope="col">{sumName}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells, sum }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {cells.map(({ value, content }, index) => (
                <td
                  key={columns[index]?.id}
                  data-heat={value > 0 || undefined}
                  style={{ '--share': `${Math.round((55 * value) / most)}%` } as Record<string, string>}
                >
                  {content}
                </td>
              ))}
              {sumName ? (
                <td>
                  <span>{sum}</span>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  )
}
