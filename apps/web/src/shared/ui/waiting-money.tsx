import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { MoneyText } from './money-text.tsx'
import { Notice } from './notice.tsx'
import { waitingMoneyMessages } from './waiting-money-messages.ts'
import style from './waiting-money.module.css'

interface WaitingMoneyProps {
  money: readonly {
    id: string
    amount: number
    why: 'AMOUNT_DIFF' | 'DUPLICATE' | 'CLAIM_ASKED' | 'SUGGESTED'
    receivedOn: string | null
    reference: string | null
    noticeNumber: string | null
    day: string | null
  }[]
  /** Staff are led to the day that decides it. */
  forStaff?: boolean
}

/** Money that came and has settled nothing yet: how much, why, and what happens next. Nothing where there is none. */
export function WaitingMoney({ money, forStaff = false }: WaitingMoneyProps) {
  const t = useMessages(waitingMoneyMessages)
  const format = useFormat()
  if (money.length === 0) return null
  return (
    <section aria-label={t('title')} className={style.waiting}>
      <Notice tone="info">
        <h3 className={style.title}>{t('title')}</h3>
        <ul className={style.list}>
          {money.map(({ id, amount, why, receivedOn, reference, noticeNumber, day }) => (
            <li key={id}>
              <strong>
                <MoneyText fen={amount} /> {t('yuan')}
              </strong>{' '}
              {[
                receivedOn ? t('received', { day: format.date(receivedOn) }) : '',
                reference ? t('reference', { reference }) : '',
                noticeNumber ? t('notice', { number: noticeNumber }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
              <p>
                {t(why)} {t(forStaff ? `staff${why}` : `next${why === 'SUGGESTED' ? 'CLAIM_ASKED' : why}`)}
              </p>
              {forStaff && day ? (
                <Link to={`/staff/reconciliation/${day}?open=1`}>{t('openDay', { day: format.date(day) })}</Link>
              ) : null}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}
