import { Button, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlaceText } from './answer-text.tsx'
import type { CannedReason, NoteDraft } from './note-editor.tsx'
import style from './note-editor.module.css'
import { reviewMessages } from './later-review-messages.ts'

/** Who pressed "note" goes on writing; the place was asked for, so nobody is surprised. */
const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus()

/** The field itself, with the reasons above it. */
export function NoteForm({
  note,
  canned,
  place,
}: {
  note: NoteDraft & { draft: string }
  canned: readonly CannedReason[]
  place?: ReactNode
}) {
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
      {place}
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
