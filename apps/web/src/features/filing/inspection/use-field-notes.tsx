import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import type { FieldNotes } from './field-notes.ts'
import style from './use-field-notes.module.css'
import { messages } from './section-messages.ts'
import type { WordedIssue, WordIssue } from './unit-issues.ts'
import { nameOf } from './unit-values.ts'

interface NotedInspection {
  notes: readonly { path: string; text: string; state: string }[]
}

/** Notes of the office that are still open, and the rules' warnings, at their field. */
export function useFieldNotes({ notes }: NotedInspection, issues: readonly WordedIssue[], word: WordIssue): FieldNotes {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return {
    at: (name) => {
      const noted = notes
        .filter(({ path, state }) => state === 'OPEN' && nameOf(path) === name)
        .map(({ text }) => t('note', { text }))
      const warnings = issues
        .filter((issue) => issue.severity === 'warning' && nameOf(issue.path) === name)
        .map((issue) => word(issue, language))
      const lines = [...noted, ...warnings]
      return lines.length === 0
        ? null
        : lines.map((line) => (
            <span key={line} className={style.noteLine}>
              {line}
            </span>
          ))
    },
  }
}
