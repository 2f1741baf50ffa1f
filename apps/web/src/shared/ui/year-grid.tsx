import { Link } from 'react-router'
import type { LoadDerivation } from '../lib/use-derivation.ts'
import { useFormat } from '../lib/use-format.ts'
import { useMessages } from '../lib/language-context.tsx'
import { DerivationPopover } from './derivation-popover.tsx'
import { messages } from './messages.ts'
import { StatusBadge, type StatusTone } from './status-badge.tsx'
import style from './year-grid.module.css'

export interface YearGridMonth {
  /** 1 to 12 */
  month: number
  tone: StatusTone
  /** The status in one word. */
  word: string
  amount?: { fen: number; explanation: LoadDerivation }
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
      {months.map(({ month, tone, word, amount, detail, to }) => (
        <li key={month} className={style.month} data-tone={tone}>
          {to ? (
            <Link to={to} className={style.name}>
              {format.month(month)}
            </Link>
          ) : (
            <span className={style.name}>{format.month(month)}</span>
          )}
          <StatusBadge tone={tone}>{word}</StatusBadge>
          {amount ? <DerivationPopover {...amount} /> : null}
          {detail ? <span className={style.detail}>{detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
