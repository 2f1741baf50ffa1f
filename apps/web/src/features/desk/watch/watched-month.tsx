import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { watchWords } from './watch-words.ts'
import type { MyEmployerMonthsQuery, WatchedMonthStatus } from './watch.generated.ts'
import style from './watch.module.css'

const tones: Record<WatchedMonthStatus, StatusTone> = {
  PAID: 'done',
  BACK_PAID: 'done',
  DEFERRED: 'waiting',
  UNPAID: 'open',
  OVERDUE: 'overdue',
  REFUNDED: 'idle',
  NOT_BILLED: 'warning',
  PENDING: 'idle',
}

/** A month: declared on what, billed, confirmed by the bank or since when it is late. */
export function WatchedMonth({ month }: { month: MyEmployerMonthsQuery['myEmployerMonths'][number] }) {
  const t = useMessages(messages)
  const words = useMessages(watchWords)
  const format = useFormat()
  const { declared, declaredWage, base, personal, billed, status, dueOn, overdueSince, postedOn } = month
  return (
    <li>
      <div className={style.head}>
        <span>{format.period(month.period)}</span>
        <StatusBadge tone={tones[status]}>{words(status)}</StatusBadge>
      </div>
      <p className={style.facts}>
        <span>
          {t(declared ? 'declared' : 'notDeclared')}
          {declaredWage === null ? null : ` · ${t(declared ? 'wage' : 'billedWage')} ${format.yuan(declaredWage)}`}
        </span>
        {base === null ? null : (
          <span>
            {t('base')} {format.yuan(base)}
          </span>
        )}
        {personal > 0 ? (
          <span>
            {t('personal')} {format.yuan(personal)}
          </span>
        ) : null}
        {billed || status === 'PENDING' ? null : <strong>{t('notBilled')}</strong>}
        {overdueSince ? <strong>{t('overdue', { date: format.date(overdueSince) })}</strong> : null}
        {status === 'UNPAID' && dueOn ? <span>{t('due', { date: format.date(dueOn) })}</span> : null}
        {postedOn ? <span>{t('posted', { date: format.date(postedOn) })}</span> : null}
        {status === 'DEFERRED' ? <span>{t('deferred')}</span> : null}
      </p>
    </li>
  )
}
