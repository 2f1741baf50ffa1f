import { answerName, fieldName, findUnitField } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { reviewMessages } from './review-messages.ts'

/** The words of one answer of the unit form, as its kind wants them. */
export function useAnswerText(): (path: string, value: unknown) => string {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const format = useFormat()
  return (path, value) => {
    if (value === null || value === undefined || value === '') return t('nothing')
    const field = findUnitField(path)
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') {
      if (field?.kind === 'money') return format.fen(value)
      return field?.kind === 'year' ? String(value) : format.count(value)
    }
    if (path === 'branches' && Array.isArray(value)) return value.map(branchText).join('\n')
    if (Array.isArray(value)) return value.map(String).join(language === 'en' ? ', ' : '、')
    if (typeof value !== 'string') return JSON.stringify(value)
    return field?.kind === 'enum' && field ? answerName(field.name, value, language) : value
  }
}

function branchText(branch: unknown): string {
  return typeof branch === 'object' && branch !== null
    ? Object.values(branch)
        .filter((part) => typeof part === 'string')
        .join(' · ')
    : ''
}

/** Where a note stands, in words: a field of the form, or a row of the list. */
export function usePlaceText(): (path: string) => string {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  return (path) => {
    const row = /^(?:personnel|change)\[(\d+)\](?:\.(.+))?$/.exec(path)
    if (row)
      return [t('row', { row: row[1] ?? '' }), row[2] ? fieldName(row[2], language) : ''].filter(Boolean).join(' · ')
    if (path === 'change.*') return t('allChanges')
    if (path === 'unit') return t('wholeUnit')
    return path.startsWith('unit.')
      ? fieldName(path.slice(5), language)
      : fieldName(path === 'personnel.*' ? 'list' : 'openDifferences', language)
  }
}
