import { IconMenu2, IconX } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Place } from '../lib/feature.ts'
import { useMessages } from '../lib/language-context.tsx'
import { AccountMenu, type AccountMenuProps } from './account-menu.tsx'
import { ExactSearch } from './exact-search.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { messages } from './messages.ts'
import { PlaceGroups } from './place-groups.tsx'
import { Seal } from './seal.tsx'
import sheet from './shell.module.css'
import style from './app-frame.module.css'
import { mainContentId } from './skip-link.tsx'

interface AppFrameProps {
  home: string
  /** The office, and under it whose work this is. */
  officeName: string
  places: readonly Place[]
  /** How many cases of each lifecycle wait for the viewer. */
  waiting?: Readonly<Record<string, number>>
  account: AccountMenuProps
  /** Looks up one exact number; the slot is shown only when the frame can search. */
  onSearch?: (number: string) => void
  onLanguage?: (language: 'zh-CN' | 'en') => void
  /** Before language and account, such as the bell. */
  tools?: ReactNode
  /** Use the full width, for staff tables. */
  wide?: boolean
  children: ReactNode
}

/** Employer and staff: a rail of places on the left, which under 1,100 px folds into a menu behind the top bar's button. */
export function AppFrame(props: AppFrameProps) {
  const { home, officeName, places, waiting, account, onSearch, onLanguage, tools, wide = false, children } = props
  const t = useMessages(messages)
  const [menuOpen, setMenuOpen] = useState(false)
  useEffect(() => {
    if (!menuOpen) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setMenuOpen(false)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [menuOpen])
  return (
    <div className={style.appFrame}>
      <header className={sheet.topBar}>
        <button
          type="button"
          className={style.menuButton}
          aria-expanded={menuOpen}
          aria-controls="places"
          aria-label={menuOpen ? t('closeMenu') : t('openMenu')}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {menuOpen ? <IconX size={24} aria-hidden /> : <IconMenu2 size={24} aria-hidden />}
        </button>
        <Link to={home} className={sheet.brand}>
          <Seal />
          <span>{officeName}</span>
        </Link>
        {onSearch ? <ExactSearch onSearch={onSearch} /> : null}
        <div className={sheet.barTools}>
          {tools}
          <LanguageSwitch {...(onLanguage ? { onSwitched: onLanguage } : {})} />
          <AccountMenu {...account} />
        </div>
      </header>
      <p className={sheet.officeLine} aria-hidden="true">
        {officeName}
      </p>
      <nav id="places" className={style.rail} data-open={menuOpen} aria-label={t('mainNavigation')}>
        <PlaceGroups places={places} {...(waiting ? { waiting } : {})} onChosen={() => setMenuOpen(false)} />
      </nav>
      <main id={mainContentId} className={style.appMain} data-wide={wide} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
