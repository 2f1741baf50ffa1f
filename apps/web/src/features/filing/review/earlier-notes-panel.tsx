import { useId } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlaceText } from './answer-text.tsx'
import { EarlierNoteText } from './earlier-note-text.tsx'
import { placeNow } from './earlier-notes.ts'
import type { EarlierNote } from './earlier-notes.ts'
import style from './earlier-notes.module.css'
import { reviewMessages } from './review-messages.ts'

/** At the head of the review of a version that came back: each note beside what was done about it. */
export function EarlierNotesPanel({ notes }: { notes: readonly EarlierNote[] }) {
  const t = useMessages(reviewMessages)
  const placeOf = usePlaceText()
  const heading = useId()
  if (notes.length === 0) return null
  return (
    <section className={style.panel} aria-labelledby={heading}>
      <h2 id={heading}>{t('earlierTitle', { count: notes.length })}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <Link to={linkTo(note)}>{placeOf(placeNow(note))}</Link>
            <EarlierNoteText note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function linkTo(note: EarlierNote): string {
  if (note.path.startsWith('unit.')) return `?tab=form&all=1#${note.path}`
  return note.rowNow === null ? '?tab=people' : `?tab=people&row=${note.rowNow}`
}
