import { fieldName, stepOfIssue } from '@shebao/declaration-rules'
import type { StepId } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'

interface Placed {
  path: string
  /** Row of the person in the list as it is now. */
  row?: number | null
}

export const noteStep = ({ path }: Placed): StepId => stepOfIssue({ path, field: fieldOf(path) })

const fieldOf = (path: string) => path.replace(/^unit\./, '').replace(/\[.*$/, '')

/** The page that a note is put right on: with the cursor in its field, or the person open. */
export function notePath(note: Placed): string {
  const step = noteStep(note)
  if (step === 'compare') return '/employer/inspection/compare'
  if (step !== 'personnel') return `/employer/inspection/unit/${step}#${encodeURIComponent(fieldOf(note.path))}`
  return `/employer/inspection/personnel${typeof note.row === 'number' ? `?row=${note.row}` : ''}`
}

/** Where a note stands, in words. */
export function useNotePlace(): (note: Placed) => string {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return ({ path, row }) => {
    if (path.startsWith('unit.')) return fieldName(fieldOf(path), language)
    if (path === 'comparison') return t('comparison')
    if (typeof row === 'number') return t('row', { row: String(row) })
    return path.startsWith('personnel[') ? t('gone') : t('list')
  }
}
