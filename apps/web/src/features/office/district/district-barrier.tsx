import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'

export interface OtherDistrict {
  nameZh: string
  nameEn: string
}

/** The case is another district office's: whose, and what can be done about it. */
export function DistrictBarrier({ nameZh, nameEn }: OtherDistrict) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return <Notice tone="refused">{t('otherDistrict', { office: language === 'en' ? nameEn : nameZh })}</Notice>
}
