import { Outlet } from 'react-router'
import { LanguageSwitch } from './language-switch.tsx'
import style from './desk-frame.module.css'
import { mainContentId } from './skip-link.tsx'

/** One task on the screen, big fields, keyboard only. */
export function DeskFrame() {
  return (
    <div className={style.deskFrame}>
      <div className={style.deskTools}>
        <LanguageSwitch />
      </div>
      <main id={mainContentId} className={style.deskMain} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
