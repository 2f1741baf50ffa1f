import { Link } from 'react-router'
import { useFormat } from '../lib/use-format.ts'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import { MoneyText } from './money-text.tsx'
import { StatusBadge, type StatusTone } from './status-badge.tsx'
import style from './year-grid.module.css'

export interface YearGridMonth {
  /** 1 to 12 */
  month: number
  tone: StatusTone
  /** The status in one word. */
  word: string
  fen?: number
  /** A count, a date: one short line. */
  detail?: string
  to?: string
}

/** The year as twelve months, each with its status, amount and way in. */
export function YearGrid({ year, months }: { year: number; months: readonly YearGridMonth[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <ol className={style.year} aria-label={t('yearAtAGlance', { year: String(year) })}>
      {months.map(({ month, tone, word, fen, detail, to }) => (
        <li key={month} className={style.month} data-tone={tone}>
          {to ? (
            <Link to={to} className={style.name}>
              {format.month(month)}
            </Link>
          ) : (
            <span className={style.name}>{format.month(month)}</span>
          )}
          <StatusBadge tone={tone}>{word}</StatusBadge>
          {fen === undefined ? null : <MoneyText fen={fen} />}
          {detail ? <span className={style.detail}>{detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
