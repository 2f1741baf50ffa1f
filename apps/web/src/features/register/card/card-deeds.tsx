import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import style from './card-page.module.css'
import type { CardStatus, MyCardsQuery, OwnCardFragment } from './card.generated.ts'
import { deedMessages } from './deed-messages.ts'
import { OwnDeed } from './own-deed.tsx'

/** What the holder of a card in this state can have done now, the most pressing first. */
export const deedsOf = {
  APPLIED: ['PROGRESS'],
  MADE: ['COLLECT'],
  INACTIVE: ['ACTIVATE', 'LOST', 'REPLACE'],
  NORMAL: ['LOST', 'CHANGE_PASSWORD', 'FORGOTTEN', 'REPLACE'],
  ORAL_LOSS: ['FOUND', 'AGAIN', 'CONFIRM_LOSS', 'REPLACE'],
  WRITTEN_LOSS: ['REPLACE', 'RELEASE'],
  FROZEN: ['WHY_FROZEN'],
  PIN_LOCKED: ['UNLOCK', 'LOST', 'REPLACE'],
  REPLACED: [],
  CANCELLED: [],
} as const satisfies Record<CardStatus, readonly string[]>

const here = ['LOST', 'FOUND', 'AGAIN', 'REPLACE'] as const

interface CardDeedsProps {
  card: OwnCardFragment
  office: MyCardsQuery['office']
  /** Somebody else was here first. */
  onReload: () => Promise<unknown>
  onDone: () => Promise<unknown>
}

/** Where each is done and what to bring; what can be done here has a button. */
export function CardDeeds({ card, office, onReload, onDone }: CardDeedsProps) {
  const t = useMessages(deedMessages)
  const { language } = useLanguage()
  const all: readonly (typeof deedsOf)[CardStatus][number][] = deedsOf[card.status]
  const deeds = all.filter((deed) => card.kind === 'PERMANENT' || deed !== 'REPLACE')
  if (deeds.length === 0) return null
  const english = language === 'en'
  return (
    <section className={style.deeds}>
      <h2>{t('title')}</h2>
      <ul>
        {deeds.map((deed) => {
          const own = here.find((one) => one === deed)
          return (
            <li key={deed}>
              <h3>{t(deed)}</h3>
              <p>{t(`how${deed}`)}</p>
              {own ? <OwnDeed deed={own} card={card} onReload={onReload} onDone={onDone} /> : null}
              {deed === 'CHANGE_PASSWORD' ? <Link to="/account">{t('toAccount')}</Link> : null}
            </li>
          )
        })}
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
