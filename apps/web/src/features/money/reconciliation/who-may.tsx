import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { claimMessages } from './claim-messages.ts'

/** Who may take the step that waits, by name; nothing while the office has not answered. */
export function WhoMay({ names }: { names: readonly string[] | undefined }) {
  const t = useMessages(claimMessages)
  const { language } = useLanguage()
  if (names === undefined) return null
  const joined = names.join(language === 'en' ? ', ' : '、')
  return <p className="quiet">{names.length === 0 ? t('nobodyMay') : t('whoMay', { names: joined })}</p>
}
