import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Place } from '../lib/feature.ts'
import { useMessages } from '../lib/language-context.tsx'
import { AccountMenu, type AccountMenuProps } from './account-menu.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { messages } from './messages.ts'
import { PlaceList } from './place-list.tsx'
import { Seal } from './seal.tsx'
import sheet from './shell.module.css'
import style from './person-frame.module.css'
import { mainContentId } from './skip-link.tsx'

interface PersonFrameProps {
  officeName: string
  places: readonly Place[]
  account: AccountMenuProps
  onLanguage?: (language: 'zh-CN' | 'en') => void
  tools?: ReactNode
  children: ReactNode
}

/** Insured people: one column made for a phone, the places at the bottom; on a desktop they stand beside the column. */
export function PersonFrame({ officeName, places, account, onLanguage, tools, children }: PersonFrameProps) {
  const t = useMessages(messages)
  return (
    <div className={style.personFrame}>
      <header className={sheet.topBar}>
        <Link to="/me" className={sheet.brand}>
          <Seal />
          <span>{officeName}</span>
        </Link>
        <div className={sheet.barTools}>
          {tools}
          <LanguageSwitch {...(onLanguage ? { onSwitched: onLanguage } : {})} />
          <AccountMenu {...account} />
        </div>
      </header>
      <p className={sheet.officeLine} aria-hidden="true">
        {officeName}
      </p>
      <main id={mainContentId} className={style.personMain} tabIndex={-1}>
        {children}
      </main>
      {places.length > 1 ? (
        <nav className={style.bottomPlaces} aria-label={t('mainNavigation')}>
          <PlaceList places={places} />
        </nav>
      ) : null}
    </div>
  )
}
