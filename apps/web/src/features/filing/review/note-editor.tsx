import { Button, Textarea } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlaceText } from './answer-text.tsx'
import { reviewMessages } from './review-messages.ts'
import style from './review.module.css'

export type CannedReason = 'REGISTER' | 'EVIDENCE' | 'FIGURE' | 'CONTRACT' | 'LEFT' | 'WAGE' | 'PARTICIPATION' | 'NAME'

interface NoteEditorProps {
  path: string
  text: string | undefined
  canned: readonly CannedReason[]
  onNote: (path: string, text: string) => void
}

/** Who pressed "note" goes on writing; the place was asked for, so nobody is surprised. */
const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus()

/** A note at a field or a row: the button, the words, and the usual reasons by one press. */
export function NoteEditor({ path, text, canned, onNote }: NoteEditorProps) {
  const t = useMessages(reviewMessages)
  const where = usePlaceText()(path)
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <div className={style.note}>
        {text ? <p className={style.noteText}>{text}</p> : null}
        <button
          type="button"
          className={style.noteButton}
          aria-label={t('addNoteAt', { where })}
          onClick={() => setDraft(text ?? '')}
        >
          <IconNote size={16} aria-hidden /> {t('addNote')}
        </button>
      </div>
    )
  }
  const save = (value: string) => {
    onNote(path, value)
    setDraft(null)
  }
  return (
    <form
      className={style.noteForm}
      onSubmit={(event) => {
        event.preventDefault()
        save(draft)
      }}
    >
      <fieldset className={style.canned}>
        <legend>{t('noteReasons')}</legend>
        {canned.map((reason) => (
          <button
            key={reason}
            type="button"
            onClick={() => setDraft(draft ? `${draft} ${t(`canned${reason}`)}` : t(`canned${reason}`))}
          >
            {t(`canned${reason}`)}
          </button>
        ))}
      </fieldset>
      <Textarea
        ref={focusOnce}
        label={`${t('noteText')} · ${where}`}
        size="sm"
        rows={2}
        maxLength={500}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null)
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
        <Button size="compact-sm" variant="subtle" onClick={() => setDraft(null)}>
          {t('noteCancel')}
        </Button>
      </div>
    </form>
  )
}
