import { IconNote } from '@tabler/icons-react'
import { Suspense, useState, type ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { usePlaceText } from './answer-text.tsx'
import style from './note-editor.module.css'
import { reviewMessages } from './review-messages.ts'

const NoteForm = later(async () => (await import('./note-form.tsx')).NoteForm)

export type CannedReason = 'REGISTER' | 'EVIDENCE' | 'FIGURE' | 'CONTRACT' | 'LEFT' | 'WAGE' | 'PARTICIPATION' | 'NAME'

/** What is being written at one place; nothing while no editor is open. */
export interface NoteDraft {
  path: string
  text: string | undefined
  draft: string | null
  write: (draft: string | null) => void
  save: (text: string) => void
}

export function useNoteDraft(
  path: string,
  text: string | undefined,
  onNote: (path: string, text: string) => void,
): NoteDraft {
  const [draft, write] = useState<string | null>(null)
  const save = (value: string) => {
    onNote(path, value)
    write(null)
  }
  return { path, text, draft, write, save }
}

/** Quiet, for there is one at every row; its note stands beside it. */
export function NoteButton({ note }: { note: NoteDraft }) {
  const t = useMessages(reviewMessages)
  const where = usePlaceText()(note.path)
  return (
    <div className={style.place}>
      {note.text ? <p className={style.noteText}>{note.text}</p> : null}
      <button
        type="button"
        data-note
        className={style.quiet}
        aria-label={t('addNoteAt', { where })}
        aria-expanded={note.draft !== null}
        title={t('addNote')}
        onClick={() => note.write(note.draft ?? note.text ?? '')}
      >
        <IconNote size={18} aria-hidden />
      </button>
    </div>
  )
}

/** The words, and the usual reasons by one press: a row of its own below the one it is about. */
export function NoteFormRow({
  note,
  canned,
  columns,
  place,
}: {
  note: NoteDraft
  canned: readonly CannedReason[]
  columns: number
  /** Chooses what of the row the note is about, where it can be about more than all of it. */
  place?: ReactNode
}) {
  const { draft } = note
  if (draft === null) return null
  return (
    <tr>
      <td colSpan={columns} data-line>
        <Suspense>
          <NoteForm note={{ ...note, draft }} canned={canned} place={place} />
        </Suspense>
      </td>
    </tr>
  )
}
