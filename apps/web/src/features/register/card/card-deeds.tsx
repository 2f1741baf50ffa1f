import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import style from './card-page.module.css'
import type { CardStatus, MyCardsQuery } from './card.generated.ts'
import { deedMessages } from './deed-messages.ts'

/** What the holder of a card in this state can have done now, the most pressing first. */
export const deedsOf = {
  APPLIED: ['PROGRESS'],
  MADE: ['COLLECT'],
  INACTIVE: ['ACTIVATE', 'LOST'],
  NORMAL: ['LOST', 'CHANGE_PASSWORD', 'FORGOTTEN'],
  ORAL_LOSS: ['CONFIRM_LOSS', 'FOUND'],
  WRITTEN_LOSS: ['REPLACE', 'RELEASE'],
  FROZEN: ['WHY_FROZEN'],
  PIN_LOCKED: ['UNLOCK', 'LOST'],
  REPLACED: [],
  CANCELLED: [],
} as const satisfies Record<CardStatus, readonly string[]>

/** Where each is done and what to bring. A link leads only to what this site really does. */
export function CardDeeds({ status, office }: { status: CardStatus; office: MyCardsQuery['office'] }) {
  const t = useMessages(deedMessages)
  const { language } = useLanguage()
  const deeds = deedsOf[status]
  if (deeds.length === 0) return null
  const english = language === 'en'
  return (
    <section className={style.deeds}>
      <h2>{t('title')}</h2>
      <ul>
        {deeds.map((deed) => (
          <li key={deed}>
            <h3>{t(deed)}</h3>
            <p>{t(`how${deed}`)}</p>
            {deed === 'CHANGE_PASSWORD' ? <Link to="/account">{t('toAccount')}</Link> : null}
          </li>
        ))}
      </ul>
      {office ? (
        <address>
          <strong>{english ? office.nameEn : office.nameZh}</strong>
          <span>{english ? office.addressEn : office.addressZh}</span>
          <a href={`tel:${office.phone}`}>{t('phone', { number: office.phone })}</a>
        </address>
      ) : null}
    </section>
  )
}
