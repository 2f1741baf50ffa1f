import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { PolicyRegionsDocument } from './policy.generated.ts'

/** The regions with parameters, named in the language shown, and the office's own, which has none before its first publication. */
export function useRegions() {
  const { language } = useLanguage()
  const { data, error } = useQuery(PolicyRegionsDocument)
  const published = data?.parameterRegions.map(({ region, nameZh, nameEn }) => {
    return { region, name: language === 'en' ? nameEn : nameZh }
  })
  const own = data?.office?.region
  const isNew = own !== undefined && !published?.some(({ region }) => region === own)
  const regions = published && isNew ? [...published, { region: own, name: own }] : published
  return {
    regions,
    /** Nothing is published yet, so there is nothing to begin from but a file or an empty proposal. */
    nothingPublished: published?.length === 0,
    failed: error !== undefined,
    nameOf: (code: string) => regions?.find(({ region }) => region === code)?.name ?? code,
  }
}
