import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { EarlierNote } from './earlier-notes.ts'
import style from './earlier-notes.module.css'
import { reviewMessages } from './review-messages.ts'

/** A note of the last review and what the employer did about it. */
export function EarlierNoteText({ note }: { note: EarlierNote }) {
  const t = useMessages(reviewMessages)
  return (
    <>
      <span className={style.line}>{t('earlierSaid', { version: String(note.version), text: note.text })}</span>
      <span className={style.line}>
        {note.settledBy === 'CHANGED' ? t('earlierCHANGED') : t('earlierANSWERED')}
        {note.answer ? ` · ${t('earlierAnswer', { text: note.answer })}` : ''}
      </span>
    </>
  )
}

/** The same beside what it is about; nothing where nothing was noted. */
export function EarlierNotesAt({ place, notes }: { place: string; notes: ReadonlyMap<string, EarlierNote[]> }) {
  const own = notes.get(place) ?? []
  if (own.length === 0) return null
  return (
    <span className={style.beside}>
      {own.map((note) => (
        <EarlierNoteText key={note.id} note={note} />
      ))}
    </span>
  )
}
