import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { ObstacleFragment } from './cancellation.generated.ts'
import style from './cancellation.module.css'
import { messages } from './messages.ts'

/** Where each is settled, by the clerk or by staff; nothing where there is no page of its own. */
const ofClerk: Readonly<Record<ObstacleFragment['kind'], (id: string) => string>> = {
  INSURED: () => '/employer/monthly',
  UNBILLED: () => '/employer/bills',
  NOTICE: (id) => `/employer/bills/${id}`,
  CREDIT: () => '/employer/refunds',
  WAITING_MONEY: () => '/employer/bills/payments',
  RECONCILIATION: () => '/employer/bills/payments',
  PAPER_COPY: () => '/employer/hand-in',
  DEBIT_AGREEMENT: () => '/employer/bills/agreement',
  MANDATE: () => '/employer/mandates',
  ONLINE_FILING: () => '/employer/online-filing',
  ANNUAL_DECLARATION: () => '/employer/inspection',
  MONTHLY_DECLARATION: (id) => `/employer/monthly/${id}`,
  REFUND: () => '/employer/refunds',
  BACK_PAYMENT: () => '/employer/back-payments',
  WRITE_OFF: () => '/employer/bills',
  PARTICULARS_CHANGE: () => '/employer/changes',
  FINE: (id) => `/employer/enforcement/${id}`,
}
const ofStaff: Readonly<Record<ObstacleFragment['kind'], (id: string, employerId: string, number: string) => string>> =
  {
    INSURED: (_id, employerId) => `/staff/employers/${employerId}/register`,
    UNBILLED: (_id, employerId) => `/staff/employers/${employerId}`,
    NOTICE: (id) => `/staff/notices/${id}`,
    CREDIT: (_id, employerId) => `/staff/employers/${employerId}`,
    WAITING_MONEY: (_id, employerId) => `/staff/employers/${employerId}`,
    RECONCILIATION: (_id, _employerId, day) => `/staff/reconciliation/${day}`,
    PAPER_COPY: () => '/staff/papers',
    DEBIT_AGREEMENT: (_id, employerId) => `/staff/employers/${employerId}`,
    MANDATE: (_id, employerId) => `/staff/employers/${employerId}`,
    ONLINE_FILING: (id) => `/staff/online-filing/${id}`,
    ANNUAL_DECLARATION: (id) => `/staff/declarations/${id}`,
    MONTHLY_DECLARATION: (id) => `/staff/monthly/${id}`,
    REFUND: (id) => `/staff/refunds/${id}`,
    BACK_PAYMENT: (id) => `/staff/back-payments/${id}`,
    WRITE_OFF: () => '/staff/write-offs',
    PARTICULARS_CHANGE: (id) => `/staff/changes/${id}`,
    FINE: (id) => `/staff/enforcement/${id}`,
  }

interface ObstacleListProps {
  obstacles: readonly ObstacleFragment[]
  /** Of the unit, when staff look at it. */
  employerId?: string
}

/** Everything that stands in the way, each with the way to settle it. */
export function ObstacleList({ obstacles, employerId }: ObstacleListProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = ({ kind, number, period, count, amount }: ObstacleFragment) =>
    t(kind, {
      number: kind === 'RECONCILIATION' && number ? format.date(number) : (number ?? ''),
      period: period === null ? '' : period.length === 7 ? format.period(period) : period,
      count: format.count(count),
      amount: amount === null ? '' : format.yuan(amount),
    })
  return (
    <ul className={style.obstacles} aria-label={t('inTheWay')}>
      {obstacles.map((obstacle, place) => (
        // A kind may come more than once, and some have no number.
        <li key={`${obstacle.kind} ${obstacle.id ?? place}`}>
          <Link
            to={
              employerId === undefined
                ? ofClerk[obstacle.kind](obstacle.id ?? '')
                : ofStaff[obstacle.kind](obstacle.id ?? '', employerId, obstacle.number ?? '')
            }
          >
            {words(obstacle)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
