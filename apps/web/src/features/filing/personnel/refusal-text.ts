import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Translate } from '../../../shared/lib/messages.ts'
import { messages } from './messages.ts'

/** Why nothing was saved, in words; a code that has none yet is still an answer. */
export function refusalText(t: Translate<(typeof messages)['zh']>, code: string, rows: readonly number[]): string {
  switch (code) {
    case 'ALREADY_SUBMITTED':
    case 'UNDER_REVIEW':
    case 'FINISHED':
    case 'TOO_MANY_PEOPLE':
    case 'UPLOAD_MISMATCH':
    case 'NO_SUCH_ROW':
      return t(`refused${code}`)
    case 'ROW_REPEATED':
      return t('refusedROW_REPEATED', { rows: rows.slice(0, 10).join(', ') })
    default:
      return t('notSaved')
  }
}

/** For another feature's page. */
export function useRefusalText(): (code: string, rows: readonly number[]) => string {
  const t = useMessages(messages)
  return (code, rows) => refusalText(t, code, rows)
}
