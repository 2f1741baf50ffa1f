import { useQuery } from '../data/hooks.tsx'
import { useLanguage } from '../lib/language-context.tsx'
import { DistrictsOfRegionDocument } from './districts.generated.ts'

interface Named {
  nameZh: string
  nameEn: string
}

/** What a place is called in the language of the page. */
export function usePlaceName(): (place: Named) => string {
  const { language } = useLanguage()
  return ({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh)
}

/** The districts of the agency's region, for a choice and to name a code; none while they are not `known` yet, and in a region without. */
export function useDistricts() {
  const placeName = usePlaceName()
  const { data } = useQuery(DistrictsOfRegionDocument)
  const options = (data?.office?.districts ?? []).map((place) => ({ value: place.code, label: placeName(place) }))
  const nameOf = (code: string) => options.find(({ value }) => value === code)?.label ?? code
  return { options, nameOf, known: data !== undefined }
}
