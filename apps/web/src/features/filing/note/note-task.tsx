import { Button } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import style from './note-list.module.css'
import { useNoteAnswer, type AnswerOutcome, type SentAnswer } from './use-note-answer.ts'

const AnswerForm = later(async () => (await import('./answer-form.tsx')).AnswerForm)

interface NoteTaskProps {
  note: { id: string; text: string; state: 'OPEN' | 'CHANGED' | 'ANSWERED'; answer: string | null }
  /** Where it stands, in words, and as a way there. */
  where: string
  way: ReactNode
  /** Left out for who may only look. */
  send: ((sent: SentAnswer) => Promise<AnswerOutcome>) | undefined
}

const tones = { OPEN: 'warning', CHANGED: 'done', ANSWERED: 'done' } as const

/** One note as a task: where it stands, what was said, what has been done, and the written answer. */
export function NoteTask({ note, where, way, send }: NoteTaskProps) {
  const t = useMessages(messages)
  const answer = useNoteAnswer(note, send ?? (() => Promise.resolve({ kind: 'refused' })))
  return (
    <li className={style.item} data-state={note.state}>
      <p className={style.said}>
        {way}
        <StatusBadge tone={tones[note.state]}>{t(`state${note.state}`)}</StatusBadge>
      </p>
      <p>{note.text}</p>
      {note.answer && answer.text === null ? (
        <p className={style.answer}>{t('answer', { text: note.answer })}</p>
      ) : null}
      {send === undefined ? null : answer.text === null ? (
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

/** Notes as tasks under one head, with how many are still open. */
export function NoteTasks({ open, heading, children }: { open: number; heading: string; children: ReactNode }) {
  const t = useMessages(messages)
  return (
    <section className={style.notes} aria-labelledby={heading} data-open={open > 0}>
      <h2 id={heading}>{t('title')}</h2>
      <output>{open > 0 ? t('open', { count: open }) : t('allDone')}</output>
      <ul>{children}</ul>
    </section>
  )
}
