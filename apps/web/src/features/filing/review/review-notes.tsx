import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlaceText } from './answer-text.tsx'
import { reviewMessages } from './review-messages.ts'
import sheet from './review.module.css'
import style from './review-notes.module.css'
import type { Notes } from './use-notes.ts'

/** The notes so far, each at its place, and each to be taken back. */
export function ReviewNotes({ notes, onRemove }: { notes: Notes; onRemove: (path: string) => void }) {
  const t = useMessages(reviewMessages)
  const placeOf = usePlaceText()
  const paths = Object.keys(notes)
  if (paths.length === 0) return null
  return (
    <details className={style.footNotes}>
      <summary>
        {t('notes')} · {t('noteCount', { count: paths.length })}
      </summary>
      <ul className={sheet.noteList}>
        {paths.map((path) => (
          <li key={path}>
            <strong>{placeOf(path)}</strong> {notes[path]}{' '}
            <button type="button" className={sheet.noteButton} onClick={() => onRemove(path)}>
              {t('noteRemove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
