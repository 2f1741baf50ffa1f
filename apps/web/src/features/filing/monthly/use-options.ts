import type { Words } from '@shebao/roster'
import { useLanguage } from '../../../shared/lib/language-context.tsx'

/** The values of a closed list with their words, for a choice. */
export function useOptions(): (words: Readonly<Record<string, Words>>) => { value: string; label: string }[] {
  const { language } = useLanguage()
  return (words) =>
    Object.entries(words).map(([value, { zh, en }]) => ({ value, label: language === 'zh-CN' ? zh : en }))
}
