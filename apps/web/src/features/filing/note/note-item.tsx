import { Button, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import style from './note-list.module.css'
import { notePath, useNotePlace } from './note-place.ts'
import type { NoteTasksFragment } from './note-tasks.generated.ts'
import { useNoteAnswer } from './use-note-answer.ts'

interface NoteItemProps {
  declarationId: string
  note: NoteTasksFragment['notes'][number]
}

const tones = { OPEN: 'warning', CHANGED: 'done', ANSWERED: 'done' } as const

/** One note as a task: where it stands, what was said, what has been done, and the written answer. */
export function NoteItem({ declarationId, note }: NoteItemProps) {
  const t = useMessages(messages)
  const where = useNotePlace()(note)
  const answer = useNoteAnswer(declarationId, note)
  return (
    <li className={style.item} data-state={note.state}>
      <p className={style.said}>
        <Link to={notePath(note)}>{where}</Link>
        <StatusBadge tone={tones[note.state]}>{t(`state${note.state}`)}</StatusBadge>
      </p>
      <p>{note.text}</p>
      {note.answer && answer.text === null ? (
        <p className={style.answer}>{t('answer', { text: note.answer })}</p>
      ) : null}
      {answer.text === null ? (
        <Button variant="default" size="compact-sm" onClick={answer.begin}>
          {note.answer ? t('edit') : t('write')}
        </Button>
      ) : (
        <AnswerForm where={where} answer={{ ...answer, text: answer.text }} />
      )}
    </li>
  )
}

type Written = ReturnType<typeof useNoteAnswer> & { text: string }

/** Buttons of their own, no form: the list also stands inside the form of a section. */
function AnswerForm({ where, answer }: { where: string; answer: Written }) {
  const t = useMessages(messages)
  return (
    <div className={style.form}>
      {answer.problem ? <Notice tone="refused">{answer.problem}</Notice> : null}
      <Textarea
        label={t('label', { where })}
        description={t('hint')}
        autosize
        minRows={2}
        maxLength={500}
        value={answer.text}
        onChange={(event) => answer.write(event.currentTarget.value)}
      />
      <div className={style.actions}>
        <Button size="compact-sm" loading={answer.busy} onClick={() => void answer.save()}>
          {t('save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={answer.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
