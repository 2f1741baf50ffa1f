import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { ExceptionItemFragment, ExceptionKind, ExceptionState } from './waiver.generated.ts'

export const stateTones: Record<ExceptionState, StatusTone> = {
  PROPOSED: 'waiting',
  STANDING: 'done',
  OVER: 'idle',
  REFUSED: 'refused',
  REVOKED: 'refused',
}

/** Where staff look at one. */
const staffPaths: Record<ExceptionKind, (id: string) => string> = {
  LATE_FEE: (id) => `/staff/exceptions/${id}`,
  FILING_DEADLINE: (id) => `/staff/exceptions/${id}`,
  WRITE_OFF: () => '/staff/write-offs',
  DEFERRAL: (id) => `/staff/enforcement/${id}`,
  PAPER_FILING: (id) => `/staff/online-filing/${id}`,
  LOCK: (id) => `/staff/locks/${id}`,
}

const groundNames = [
  'FORCE_MAJEURE',
  'AGENCY_ERROR',
  'POLICY',
  'DEBTOR_ENDED',
  'DECISION_REVOKED',
  'COURT_RULING',
  'ARREARS',
  'REGISTRATION_CHECK',
] as const

/** From when to when, as far as it has an end. */
export function useDays() {
  const t = useMessages(messages)
  const format = useFormat()
  return ({ kind, period, fromOn, toOn }: Pick<ExceptionItemFragment, 'kind' | 'period' | 'fromOn' | 'toOn'>) => {
    const to = toOn ? format.date(toOn) : ''
    if (kind === 'FILING_DEADLINE') return `${period ? format.period(period) : ''} ${t('until', { to })}`
    if (!fromOn) return '—'
    const from = format.date(fromOn)
    return toOn ? t('fromTo', { from, to }) : t('since', { from })
  }
}

/** Exceptions row by row; an employer is not told who proposed and decided, and knows which unit it is. */
export function ExceptionTable({ items, forStaff }: { items: readonly ExceptionItemFragment[]; forStaff: boolean }) {
  const t = useMessages(messages)
  return (
    <PlainTable
      caption={t('title')}
      columns={[
        t('kind'),
        ...(forStaff ? [t('unit')] : []),
        t('state'),
        t('days'),
        t('grounds'),
        { end: t('amount') },
        ...(forStaff ? [t('who')] : []),
      ]}
      {...(forStaff ? { keys: t('keys') } : {})}
    >
      {items.map((item) => (
        <ExceptionRow key={`${item.kind}${item.id}`} item={item} forStaff={forStaff} />
      ))}
    </PlainTable>
  )
}

function ExceptionRow({ item, forStaff }: { item: ExceptionItemFragment; forStaff: boolean }) {
  const t = useMessages(messages)
  const days = useDays()
  const ground = groundNames.find((name) => name === item.ground)
  return (
    <tr>
      <th scope="row">
        {forStaff ? (
          <Link data-row to={staffPaths[item.kind](item.id)}>
            {t(item.kind)}
          </Link>
        ) : (
          t(item.kind)
        )}
        <span className="sub">{item.number}</span>
      </th>
      {forStaff ? (
        <td data-label={t('unit')}>
          <Link to={`/staff/employers/${item.employerId}`}>{item.employerName}</Link>
          <span className="sub">{item.registrationNo}</span>
        </td>
      ) : null}
      <td data-label={t('state')}>
        <StatusBadge tone={stateTones[item.state]}>{t(item.state)}</StatusBadge>
      </td>
      <td data-label={t('days')}>{days(item)}</td>
      <td data-label={t('grounds')}>
        {ground ? t(ground) : (item.explanation ?? '—')}
        {item.documentNo ? <span className="sub">{item.documentNo}</span> : null}
      </td>
      <td data-align="end" data-label={t('amount')}>
        {item.amount === null ? '—' : <MoneyText fen={item.amount} />}
      </td>
      {forStaff ? (
        <td data-label={t('who')}>
          {item.proposerName ?? '—'}
          <span className="sub">{item.deciderName ?? '—'}</span>
        </td>
      ) : null}
    </tr>
  )
}
