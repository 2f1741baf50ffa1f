import { answerName } from '@shebao/declaration-rules'
import { isOneOf, FIVE_INSURANCES } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { messages } from './messages.ts'
import type { Outlook } from './selection.ts'
import type { StatisticDimension } from './statistics.generated.ts'

/** As people call it; nothing where the list of districts does not know it. */
export function districtName({ districts }: Pick<Outlook, 'districts'>, code: string, language: Language) {
  const known = districts.find((district) => district.code === code)
  return (language === 'en' ? known?.en : known?.zh) ?? undefined
}

/** The name of what a figure is of. */
export function useNames(outlook: Outlook) {
  const t = useMessages(messages)
  const insurances = useMessages(insuranceWords)
  const { language } = useLanguage()
  const format = useFormat()
  return (by: StatisticDimension, key: string): string => {
    if (by === 'PERIOD') return format.period(key)
    if (by === 'INDUSTRY') return answerName('industry', key, language)
    if (by === 'INSURANCE') return isOneOf(FIVE_INSURANCES, key) ? insurances(key) : key
    return key === '' ? t('noDistrict') : (districtName(outlook, key, language) ?? key)
  }
}
