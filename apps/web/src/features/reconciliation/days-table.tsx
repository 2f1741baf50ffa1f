import { Link } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { StatusBadge } from '../../shared/ui/status-badge.tsx'
import { useRowKeys } from '../../shared/ui/use-row-keys.ts'
import { messages } from './messages.ts'
import type { ReconciliationDaysQuery } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'

type Day = ReconciliationDaysQuery['reconciliationDays']['edges'][number]['node']

export function DaysTable({ days }: { days: readonly Day[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const body = useRowKeys()
  return (
    <>
      <div className={style.tableWrap}>
        <table className={style.table}>
          <caption className="visually-hidden">{t('daysTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('items')}</th>
              <th scope="col" data-align="end">
                {t('system')}
              </th>
              <th scope="col" data-align="end">
                {t('bank')}
              </th>
              <th scope="col" data-align="end">
                {t('treasury')}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {days.map((day) => (
              <tr key={day.day} data-open={day.open > 0}>
                <th scope="row">
                  <Link data-row to={`/staff/reconciliation/${day.day}`}>
                    {format.date(day.day)}
                  </Link>
                </th>
                <td>
                  <DayState day={day} />
                </td>
                <td data-label={t('items')}>
                  <Outcomes totals={day.totals} />
                </td>
                <td data-align="end" data-label={t('system')}>
                  <MoneyText fen={day.systemAmount} />
                  <span className={style.sub}>{t('entries', { count: day.systemCount })}</span>
                </td>
                <FileCell label={t('bank')} file={day.bankStatement} />
                <FileCell label={t('treasury')} file={day.treasuryStatement} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={`${style.quiet} keyboard-hint`}>{t('keys')}</p>
    </>
  )
}

type DayFacts = Pick<Day, 'status' | 'open'> & { bankStatement: object | null; treasuryStatement: object | null }

/** What the day waits for. */
export function DayState({ day }: { day: DayFacts }) {
  const t = useMessages(messages)
  if (day.status === 'CLOSED') return <StatusBadge tone="done">{t('stateClosed')}</StatusBadge>
  return (
    <span className={style.states}>
      {day.bankStatement ? null : <StatusBadge tone="waiting">{t('missingBank')}</StatusBadge>}
      {day.treasuryStatement ? null : <StatusBadge tone="waiting">{t('missingTreasury')}</StatusBadge>}
      {day.open > 0 ? <StatusBadge tone="warning">{t('stateOpen', { count: day.open })}</StatusBadge> : null}
      {day.bankStatement && day.treasuryStatement && day.open === 0 ? (
        <StatusBadge tone="open">{t('stateReady')}</StatusBadge>
      ) : null}
    </span>
  )
}

function Outcomes({ totals }: { totals: Day['totals'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const some = totals.filter(({ count }) => count > 0)
  if (some.length === 0) return t('none')
  return (
    <ul className={style.outcomes}>
      {some.map(({ outcome, count }) => (
        <li key={outcome}>
          {t(outcome)} <strong>{format.count(count)}</strong>
        </li>
      ))}
    </ul>
  )
}

function FileCell({
  label,
  file,
}: {
  label: string
  file: { entryCount: number; creditTotal: number; debitTotal?: number } | null
}) {
  const t = useMessages(messages)
  return (
    <td data-align="end" data-label={label}>
      {file ? (
        <>
          <MoneyText fen={file.creditTotal - (file.debitTotal ?? 0)} />
          <span className={style.sub}>{t('entries', { count: file.entryCount })}</span>
        </>
      ) : (
        t('none')
      )}
    </td>
  )
}
