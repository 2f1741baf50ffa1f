import type { StepId } from '@shebao/declaration-rules'
import { useId } from 'react'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { NoteItem } from './note-item.tsx'
import style from './note-list.module.css'
import { noteStep } from './note-place.ts'
import { NoteTasksFragmentDoc } from './note-tasks.generated.ts'
import type { NoteTasksFragment } from './note-tasks.generated.ts'

interface NoteListProps {
  declaration: FragmentType<NoteTasksFragment>
  /** Only the notes of this task. */
  at?: StepId
}

/** The notes of the office that the next submission owes an answer, each as a task. */
export function NoteList({ declaration, at }: NoteListProps) {
  const { id, status, notes } = useOwnFields(NoteTasksFragmentDoc, declaration)
  const t = useMessages(messages)
  const heading = useId()
  const shown = at === undefined ? notes : notes.filter((note) => noteStep(note) === at)
  if (shown.length === 0 || !mended.has(status)) return null
  const open = shown.filter(({ state }) => state === 'OPEN').length
  return (
    <section className={style.notes} aria-labelledby={heading} data-open={open > 0}>
      <h2 id={heading}>{t('title')}</h2>
      {at === undefined || open > 0 ? <output>{open > 0 ? t('open', { count: open }) : t('allDone')}</output> : null}
      <ul>
        {shown.map((note) => (
          <NoteItem key={note.id} declarationId={id} note={note} />
        ))}
      </ul>
    </section>
  )
}

/** While it is the employer's to mend: returned, or submitted again and taken back. */
const mended: ReadonlySet<string> = new Set<NoteTasksFragment['status']>([
  'RETURNED',
  'NOT_STARTED',
  'UNIT_DONE',
  'PERSONNEL_OPEN',
  'ROSTER_DOWNLOADED',
  'COMPARED',
  'READY',
])
