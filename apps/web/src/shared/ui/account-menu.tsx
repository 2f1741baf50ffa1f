import { IconChevronDown, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { Suspense, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { later } from '../lib/later.ts'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import sheet from './shell.module.css'
import style from './account-menu.module.css'

const ReadingAidsSwitch = later(async () => (await import('./reading-aids-switch.tsx')).ReadingAidsSwitch)

export interface AccountMenuProps {
  displayName: string
  /** A second line: the role. */
  detail?: string
  onSignOut: () => void
}

/** Opens a short list under the name; Escape, a press elsewhere or leaving it closes it. */
export function AccountMenu({ displayName, detail, onSignOut }: AccountMenuProps) {
  const t = useMessages(messages)
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return undefined
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('focusin', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('focusin', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  return (
    <div ref={box} className={style.accountMenu}>
      <button
        ref={opener}
        type="button"
        className={sheet.quietButton}
        aria-label={t('accountOf', { name: displayName })}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <IconUserCircle size={22} stroke={1.6} aria-hidden />
        <span className={style.accountName}>{displayName}</span>
        <IconChevronDown size={16} aria-hidden />
      </button>
      <div id={listId} className={style.accountList} hidden={!open}>
        <p className={style.accountLabel}>{detail ? `${displayName} · ${detail}` : displayName}</p>
        <div className={style.accountAids}>
          <Suspense>{open ? <ReadingAidsSwitch /> : null}</Suspense>
        </div>
        <Link to="/account" className={style.accountItem}>
          <IconSettings size={18} aria-hidden />
          {t('accountSettings')}
        </Link>
        <button type="button" className={style.accountItem} onClick={onSignOut}>
          <IconLogout size={18} aria-hidden />
          {t('signOut')}
        </button>
      </div>
    </div>
  )
}
