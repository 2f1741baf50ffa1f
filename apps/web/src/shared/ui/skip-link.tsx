import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './skip-link.module.css'

export const mainContentId = 'content'

export function SkipLink() {
  const t = useMessages(messages)
  return (
    <a className={style.skipLink} href={`#${mainContentId}`}>
      {t('skipToContent')}
    </a>
  )
}
