import { useMessages } from '../lib/language-context.tsx'
import { useGoing } from '../routing/page-router.tsx'
import { messages } from './messages.ts'
import style from './navigation-bar.module.css'

/** A thin line at the top while the next page is on its way; it appears late, so that quick pages stay calm. */
export function NavigationBar() {
  const t = useMessages(messages)
  if (!useGoing()) return null
  return (
    <output className={style.navigationBar}>
      <span className="visually-hidden">{t('loading')}</span>
    </output>
  )
}
