import { useQuery } from '../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../shared/lib/language-context.tsx'
import { messages } from '../shared/ui/messages.ts'
import { OfficeNameDocument } from './office.generated.ts'

/** Whose office this is, asked once; the product's name until it is known. */
export function useOfficeName(): string {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useQuery(OfficeNameDocument, { fetchPolicy: 'cache-first' })
  const office = data?.office
  return (language === 'en' ? office?.nameEn : office?.nameZh) ?? t('productName')
}
