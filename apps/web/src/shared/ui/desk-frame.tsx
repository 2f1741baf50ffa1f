import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch.tsx'
import style from './desk-frame.module.css'
import { mainContentId } from './skip-link.tsx'

interface DeskFrameProps {
  tools: ReactNode
  onLanguage: (language: 'zh-CN' | 'en') => void
  children: ReactNode
}

/** One task on the screen, big fields, keyboard only. */
export function DeskFrame({ tools, onLanguage, children }: DeskFrameProps) {
  return (
    <div className={style.deskFrame}>
      <div className={style.deskTools}>
        <LanguageSwitch onSwitched={onLanguage} />
        {tools}
      </div>
      <main id={mainContentId} className={style.deskMain} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
