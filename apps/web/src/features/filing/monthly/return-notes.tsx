import { fieldName } from '@shebao/declaration-rules'
import { useId } from 'react'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { NoteTask, NoteTasks, type AnswerOutcome, type SentAnswer } from '../note/index.ts'
import { AnswerMonthlyNoteDocument, type MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'

type Note = MonthlyHeadFragment['notes'][number]

/** The row a note is about, `change[3].hireDate`; undefined where it is about the whole. */
export function noteRow(path: string): number | undefined {
  const found = /^change\[(\d+)\]/.exec(path)?.[1]
  return found === undefined ? undefined : Number(found)
}

interface ReturnNotesProps {
  declaration: Pick<MonthlyHeadFragment, 'id' | 'notes' | 'editable'>
  /** The page of the rows, from elsewhere. */
  at?: string
  /** After an answer: what may be handed in has changed. */
  renew: () => Promise<unknown>
}

/** What came back, as tasks that lead to their rows: each is mended there, or answered in writing here. */
export function ReturnNotes({ declaration: { id, notes, editable }, at = '', renew }: ReturnNotesProps) {
  const t = useMessages(declarationMessages)
  const { language } = useLanguage()
  const heading = useId()
  const [answer] = useMutation(AnswerMonthlyNoteDocument)
  const send = async (sent: SentAnswer): Promise<AnswerOutcome> => {
    const outcome = (await answer({ variables: { input: { declarationId: id, ...sent } } })).data?.answerMonthlyNote
    if (outcome?.__typename === 'MonthlyNoteAnswered') {
      await renew()
      return { kind: 'saved' }
    }
    if (outcome?.__typename === 'MonthlyNoteAnswerChanged') return { kind: 'changed', answer: outcome.answer }
    if (outcome?.__typename === 'MonthlyChangesNotSaved') return { kind: 'refused' }
    throw new Error('no answer')
  }
  const where = ({ path }: Note) => {
    const row = noteRow(path)
    const field = /\.(\w+)$/.exec(path)?.[1]
    if (row === undefined) return t(path.startsWith('unit') ? 'noteUnit' : 'noteAll')
    if (field === undefined) return t('noteRowAll', { row: String(row) })
    return t('noteRow', { row: String(row), field: fieldName(field, language) })
  }
  return (
    <NoteTasks heading={heading} open={notes.filter(({ state }) => state === 'OPEN').length}>
      {notes.map((note) => (
        <NoteTask
          key={note.id}
          note={note}
          where={where(note)}
          way={note.row === null ? <b>{where(note)}</b> : <Link to={`${at}?row=${note.row}`}>{where(note)}</Link>}
          send={editable ? send : undefined}
        />
      ))}
    </NoteTasks>
  )
}
