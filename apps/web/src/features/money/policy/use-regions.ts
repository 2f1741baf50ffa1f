import { useQuery } from '@apollo/client/react'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { PolicyRegionsDocument } from './policy.generated.ts'

/** The regions with parameters, named in the language shown. */
export function useRegions() {
  const { language } = useLanguage()
  const { data, error } = useQuery(PolicyRegionsDocument)
  const regions = data?.parameterRegions.map(({ region, nameZh, nameEn }) => {
    return { region, name: language === 'en' ? nameEn : nameZh }
  })
  return {
    regions,
    failed: error !== undefined,
    nameOf: (code: string) => regions?.find(({ region }) => region === code)?.name ?? code,
  }
}
