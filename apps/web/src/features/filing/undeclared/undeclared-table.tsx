import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { AmountDialog } from './amount-dialog.tsx'
import { messages } from './messages.ts'
import style from './undeclared.module.css'
import type { Month, Said, Undeclared } from './undeclared.ts'

interface TableProps {
  month: Month
  employers: readonly Undeclared[]
  /** Absent for whoever only reads. */
  chosen?: ReadonlySet<string>
  onChoose?: (ids: readonly string[]) => void
  onSaid?: Said
}

export function UndeclaredTable({ month, employers, chosen, onChoose, onSaid }: TableProps) {
  const t = useMessages(messages)
  const [setting, setSetting] = useState<Undeclared>()
  const toggle = (id: string) => {
    if (!chosen || !onChoose) return
    onChoose(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id])
  }
  return (
    <>
      <PlainTable
        caption={t('title')}
        columns={[
          ...(chosen ? [{ unseen: t('choose') }] : []),
          t('unit'),
          { end: t('people') },
          { end: t('last') },
          { end: t('deemedTotal') },
          t('reminders'),
          t('standing'),
        ]}
        keys={t('keys')}
      >
        {employers.map((employer) => (
          <Row
            key={employer.id}
            employer={employer}
            {...(chosen ? { chosen: chosen.has(employer.id), onToggle: () => toggle(employer.id) } : {})}
            {...(onSaid && month.overdueDays > 0 && isWithoutMonth(employer)
              ? { onAmount: () => setSetting(employer) }
              : {})}
          />
        ))}
      </PlainTable>
      {setting && onSaid ? (
        <AmountDialog month={month} employer={setting} onClose={() => setSetting(undefined)} onSaid={onSaid} />
      ) : null}
    </>
  )
}

/** There is no month to take 110 % of: the office sets the amount. */
const isWithoutMonth = ({ lastPeriod, noticeId, proposed }: Undeclared) =>
  lastPeriod === null && noticeId === null && !proposed

interface RowProps {
  employer: Undeclared
  chosen?: boolean
  onToggle?: () => void
  onAmount?: () => void
}

function Row({ employer, chosen, onToggle, onAmount }: RowProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { id, name, lastPeriod, lastTotal, deemedTotal, reminders, lastRemindedOn } = employer
  return (
    <tr data-chosen={chosen ?? false}>
      {onToggle ? (
        <td>
          <Checkbox size="sm" aria-label={t('chooseOf', { name })} checked={chosen ?? false} onChange={onToggle} />
        </td>
      ) : null}
      <th scope="row">
        <Link data-row to={`/staff/employers/${id}`}>
          {name}
        </Link>
        <span className="sub">{employer.registrationNo}</span>
      </th>
      <td data-align="end" data-label={t('people')}>
        {format.count(employer.people)}
      </td>
      <td data-align="end" data-label={t('last')}>
        {lastTotal === null ? t('never') : <MoneyText fen={lastTotal} />}
        {lastPeriod === null ? null : <span className="sub">{format.period(lastPeriod)}</span>}
      </td>
      <td data-align="end" data-label={t('deemedTotal')}>
        {deemedTotal === null ? '—' : <MoneyText fen={deemedTotal} />}
      </td>
      <td data-label={t('reminders')}>
        {reminders === 0 ? '—' : t('times', { count: reminders })}
        {lastRemindedOn === null ? null : (
          <span className="sub">{t('lastTime', { date: format.dayMonth(lastRemindedOn) })}</span>
        )}
      </td>
      <td data-label={t('standing')}>
        <span className={style.standing}>
          <Standing employer={employer} />
          {onAmount ? (
            <Button size="compact-sm" variant="default" aria-label={t('amountOf', { name })} onClick={onAmount}>
              {t('amount')}
            </Button>
          ) : null}
        </span>
      </td>
    </tr>
  )
}

function Standing({ employer: { noticeId, noticeNumber, proposed, begun, extendedTo } }: { employer: Undeclared }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (noticeId !== null)
    return <Link to={`/staff/notices/${noticeId}`}>{t('deemedBill', { number: noticeNumber ?? '' })}</Link>
  if (proposed) return <StatusBadge tone="waiting">{t('proposed')}</StatusBadge>
  if (extendedTo) return <StatusBadge tone="waiting">{t('extendedTo', { date: format.date(extendedTo) })}</StatusBadge>
  return <StatusBadge tone={begun ? 'open' : 'idle'}>{t(begun ? 'begun' : 'notBegun')}</StatusBadge>
}
