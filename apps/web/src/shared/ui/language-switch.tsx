import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './shell.module.css'

/** Names the other language in that language, so that it can be found by someone who cannot read this one. */
export function LanguageSwitch({ onSwitched }: { onSwitched?: (language: 'zh-CN' | 'en') => void }) {
  const t = useMessages(messages)
  const { language, setLanguage } = useLanguage()
  const other = language === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <button
      type="button"
      className={style.quietButton}
      lang={other}
      onClick={() => {
        setLanguage(other)
        onSwitched?.(other)
      }}
    >
      {other === 'en' ? t('switchToEnglish') : t('switchToChinese')}
    </button>
  )
}
