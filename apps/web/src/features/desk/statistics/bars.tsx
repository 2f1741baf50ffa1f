import { Link } from 'react-router'
import style from './statistics.module.css'

/** A part of a bar: solid, light or overdue. */
export interface BarPart {
  value: number
  tone: 'solid' | 'light' | 'late'
}

export interface Bar {
  id: string
  name: string
  /** As it is written beside the bar. */
  figure: string
  /** All of it, for those who do not see it. */
  said: string
  parts: readonly BarPart[]
  to: string
}

/** Bars below each other; each is a link to the rows that it counts, so that keys and screen readers walk them like any list. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)))
  return (
    <ul className={style.bars} aria-label={label}>
      {bars.map(({ id, name, figure, said, parts, to }) => (
        <li key={id}>
          <Link to={to} className={style.bar} aria-label={said}>
            <span className={style.barName}>{name}</span>
            <span className={style.barTrack} aria-hidden="true">
              {parts.map(({ tone, value }) =>
                value > 0 ? <span key={tone} data-part={tone} style={{ width: `${(100 * value) / most}%` }} /> : null,
              )}
            </span>
            <span className={style.barFigure}>{figure}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What the parts of the bars mean. */
export function Legend({ parts }: { parts: readonly (readonly [tone: BarPart['tone'], name: string])[] }) {
  return (
    <ul className={style.legend}>
      {parts.map(([tone, name]) => (
        <li key={tone}>
          <span data-part={tone} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  )
}
