import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { messages } from './messages.ts'
import { Seal } from './seal.tsx'
import sheet from './shell.module.css'
import style from './public-frame.module.css'
import { mainContentId } from './skip-link.tsx'

/** Pages anyone may open: a quiet bar, one column, the office at the foot. */
export function PublicFrame({
  officeName,
  tools,
  foot,
  children,
}: {
  officeName?: string
  tools?: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  const t = useMessages(messages)
  return (
    <div className={style.publicFrame}>
      <header className={sheet.publicBar}>
        <Link to="/" className={sheet.brand}>
          <Seal />
          <span>{officeName ?? t('productName')}</span>
        </Link>
        <div className={sheet.barTools}>
          {tools}
          <LanguageSwitch />
        </div>
      </header>
      <main id={mainContentId} className={style.publicMain} tabIndex={-1}>
        {children}
      </main>
      {foot ? <footer className={style.publicFoot}>{foot}</footer> : null}
    </div>
  )
}
