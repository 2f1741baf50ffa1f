import { Button, Textarea } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlaceText } from './answer-text.tsx'
import style from './note-editor.module.css'
import { reviewMessages } from './review-messages.ts'

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

/** Who pressed "note" goes on writing; the place was asked for, so nobody is surprised. */
const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus()

/** The words, and the usual reasons by one press: a row of its own below the one it is about. */
export function NoteFormRow({
  note,
  canned,
  columns,
}: {
  note: NoteDraft
  canned: readonly CannedReason[]
  columns: number
}) {
  const { draft } = note
  if (draft === null) return null
  return (
    <tr>
      <td colSpan={columns} data-line>
        <NoteForm note={{ ...note, draft }} canned={canned} />
      </td>
    </tr>
  )
}

function NoteForm({ note, canned }: { note: NoteDraft & { draft: string }; canned: readonly CannedReason[] }) {
  const t = useMessages(reviewMessages)
  const where = usePlaceText()(note.path)
  const { draft, text, write, save } = note
  return (
    <form
      className={style.noteForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.trim() !== '') save(draft)
      }}
    >
      <fieldset className={style.canned}>
        <legend>{t('noteReasons')}</legend>
        {canned.map((reason) => (
          <button
            key={reason}
            type="button"
            onClick={() => write(draft ? `${draft} ${t(`canned${reason}`)}` : t(`canned${reason}`))}
          >
            {t(`canned${reason}`)}
          </button>
        ))}
      </fieldset>
      <Textarea
        ref={focusOnce}
        label={`${t('noteText')} · ${where}`}
        size="sm"
        autosize={false}
        rows={3}
        maxLength={500}
        value={draft}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes, Escape and Enter are its own.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && draft === (text ?? '')) write(null)
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && draft.trim() !== '') save(draft)
        }}
      />
      <div className={style.noteActions}>
        <Button size="compact-sm" type="submit" disabled={draft.trim() === ''}>
          {t('noteSave')}
        </Button>
        {text ? (
          <Button size="compact-sm" variant="default" onClick={() => save('')}>
            {t('noteRemove')}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={() => write(null)}>
          {t('noteCancel')}
        </Button>
      </div>
    </form>
  )
}
