import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { notePath, useNotePlace } from './note-place.ts'
import { NoteTask } from './note-task.tsx'
import type { NoteTasksFragment } from './note-tasks.generated.ts'
import { AnswerReviewNoteDocument } from './note.generated.ts'
import type { AnswerOutcome, SentAnswer } from './use-note-answer.ts'

interface NoteItemProps {
  declarationId: string
  note: NoteTasksFragment['notes'][number]
}

/** A note of an inspection, with the way to the page that it is put right on. */
export function NoteItem({ declarationId, note }: NoteItemProps) {
  const where = useNotePlace()(note)
  const [answer] = useMutation(AnswerReviewNoteDocument)
  const send = async (sent: SentAnswer): Promise<AnswerOutcome> => {
    const outcome = (await answer({ variables: { input: { declarationId, ...sent } } })).data?.answerReviewNote
    if (outcome?.__typename === 'ReviewNoteAnswered') return { kind: 'saved' }
    if (outcome?.__typename === 'ReviewNoteAnswerChanged') return { kind: 'changed', answer: outcome.answer }
    if (outcome?.__typename === 'DeclarationRefused') return { kind: 'refused' }
    throw new Error('no answer')
  }
  return <NoteTask note={note} where={where} way={<Link to={notePath(note)}>{where}</Link>} send={send} />
}
