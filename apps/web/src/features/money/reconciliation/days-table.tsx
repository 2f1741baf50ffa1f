import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveDay } from './use-derive-day.ts'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { ReconciliationDaysQuery } from './reconciliation.generated.ts'
import style from './days-table.module.css'
import { SumAmount } from './sum-amount.tsx'

type Day = ReconciliationDaysQuery['reconciliationDays']['edges'][number]['node']

export function DaysTable({ days }: { days: readonly Day[] }) {
  const t = useMessages(messages)
  return (
    <>
      <PlainTable
        caption={t('daysTable')}
        columns={[t('day'), t('state'), t('items'), { end: t('system') }, { end: t('bank') }, { end: t('treasury') }]}
        keys={t('keys')}
      >
        {days.map((day) => (
          <DayRow key={day.day} day={day} />
        ))}
      </PlainTable>
    </>
  )
}

function DayRow({ day }: { day: Day }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveDay(day.day)
  return (
    <tr data-open={day.open > 0}>
      <th scope="row" data-whole>
        <Link data-row to={`/staff/reconciliation/${day.day}`}>
          {format.date(day.day)}
        </Link>
      </th>
      <td>
        <DayState day={day} />
      </td>
      <td>
        <Outcomes totals={day.totals} />
      </td>
      <td data-align="end" data-label={t('system')}>
        <SumAmount fen={day.systemAmount} derive={derive.receipts} />
        <span className="sub">{t('entries', { count: day.systemCount })}</span>
      </td>
      <FileCell label={t('bank')} file={day.bankStatement} derive={derive.statement('BANK', false)} />
      <FileCell label={t('treasury')} file={day.treasuryStatement} derive={derive.statement('TREASURY', false)} />
    </tr>
  )
}

type DayFacts = Pick<Day, 'status' | 'open'> & {
  bankStatement: Pick<NonNullable<Day['bankStatement']>, 'state'> | null
  treasuryStatement: object | null
  waitingStatements: readonly object[]
}

/** What the day waits for. */
export function DayState({ day }: { day: DayFacts }) {
  const t = useMessages(messages)
  const held = day.bankStatement?.state === 'HELD'
  if (day.status === 'CLOSED') return <StatusBadge tone="done">{t('stateClosed')}</StatusBadge>
  return (
    <span className={style.states}>
      {day.bankStatement ? null : <StatusBadge tone="waiting">{t('missingBank')}</StatusBadge>}
      {day.treasuryStatement ? null : <StatusBadge tone="waiting">{t('missingTreasury')}</StatusBadge>}
      {day.open > 0 ? <StatusBadge tone="warning">{t('stateOpen', { count: day.open })}</StatusBadge> : null}
      {held ? <StatusBadge tone="waiting">{t('stateHeld')}</StatusBadge> : null}
      {day.waitingStatements.length > 0 ? <StatusBadge tone="waiting">{t('statePages')}</StatusBadge> : null}
      {day.bankStatement && day.treasuryStatement && day.open === 0 && !held && day.waitingStatements.length === 0 ? (
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

interface FileCellProps {
  label: string
  file: Day['bankStatement']
  derive: LoadDerivation
}

function FileCell({ label, file, derive }: FileCellProps) {
  const t = useMessages(messages)
  return (
    <td data-align="end" data-label={label}>
      {file ? (
        <>
          <SumAmount fen={file.creditTotal - file.debitTotal} derive={derive} />
          <span className="sub">{t('entries', { count: file.entryCount })}</span>
        </>
      ) : (
        t('none')
      )}
    </td>
  )
}
