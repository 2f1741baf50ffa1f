import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { fileMessages } from './file-messages.ts'

/** Pages that are missing, in words; 0 is a last page of which nobody knows the number. */
export function useMissingPages(): (missing: readonly number[]) => string {
  const t = useMessages(fileMessages)
  const { language } = useLanguage()
  return (missing) => {
    const known = missing.filter((page) => page > 0)
    return [
      known.length > 0 ? t('missingPages', { pages: known.join(', ') }) : '',
      missing.includes(0) ? t('missingLast') : '',
    ]
      .filter(Boolean)
      .join(language === 'en' ? '; ' : '，')
  }
}
