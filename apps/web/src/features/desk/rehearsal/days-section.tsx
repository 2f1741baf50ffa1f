import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

/** By when it is filed and paid, each with the steps by which its day was found. */
export function DaysSection({ rehearsal: { fileBy, cutOffDay, payment, missingCalendar } }: { rehearsal: Rehearsal }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section aria-labelledby="days">
      <h2 id="days">{t('days')}</h2>
      <div className={style.part}>
        <p className={style.soft}>{t('daysLead')}</p>
        <div className={style.card}>
          <Facts
            facts={[
              [
                t('filing'),
                <>
                  <strong>{format.date(fileBy)}</strong>
                  <span className="sub">
                    {cutOffDay === null ? t('filingEnd') : t('filingDay', { day: String(cutOffDay) })}
                  </span>
                </>,
              ],
              [
                t('payment'),
                payment ? (
                  <>
                    <strong>{format.date(payment.dueOn)}</strong>
                    <FoundBy payment={payment} />
                  </>
                ) : (
                  t('calendarMissing', { year: String(missingCalendar ?? '') })
                ),
              ],
            ]}
          />
        </div>
      </div>
    </section>
  )
}

function FoundBy({ payment }: { payment: NonNullable<Rehearsal['payment']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { issuedOn, dueDay, published, nextMonth, day, dueOn, noticeId, noticeNumber } = payment
  if (noticeId !== null)
    return (
      <span className="sub">
        {t('paymentNotice', { number: noticeNumber ?? '' })}{' '}
        <Link to={`/employer/bills/${noticeId}`}>{t('seeNotice')}</Link>
      </span>
    )
  return (
    <ol className={style.steps}>
      <li>{t('issued', { date: format.date(issuedOn) })}</li>
      <li>{t(published ? 'dueDayPublished' : 'dueDayFallback', { day: String(dueDay) })}</li>
      {nextMonth ? <li>{t('nextMonth')}</li> : null}
      <li>
        {day === dueOn
          ? t('workDay', { day: format.date(day) })
          : t('restDay', { day: format.date(day), due: format.date(dueOn) })}
      </li>
    </ol>
  )
}
