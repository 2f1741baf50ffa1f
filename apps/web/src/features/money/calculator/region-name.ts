import { useLanguage } from '../../../shared/lib/language-context.tsx'

/** A place by its name in the language shown. */
export function useRegionName() {
  const { language } = useLanguage()
  return ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (language === 'en' ? nameEn : nameZh)
}
