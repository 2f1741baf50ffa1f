import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import style from './note-list.module.css'
import { notePath, useNotePlace } from './note-place.ts'
import type { NoteTasksFragment } from './note-tasks.generated.ts'
import { useNoteAnswer } from './use-note-answer.ts'

const AnswerForm = later(async () => (await import('./answer-form.tsx')).AnswerForm)

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
        <Suspense>
          <AnswerForm where={where} answer={{ ...answer, text: answer.text }} />
        </Suspense>
      )}
    </li>
  )
}
