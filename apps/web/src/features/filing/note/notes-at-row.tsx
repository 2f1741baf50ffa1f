import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { StandingNotesDocument } from './note.generated.ts'
import { NoteTasksFragmentDoc } from './note-tasks.generated.ts'
import type { NoteTasksFragment } from './note-tasks.generated.ts'

/** What the office noted of the person in this row, beside what is typed about them. */
export function NotesAtRow({ row }: { row: number }) {
  const { data } = useQuery(StandingNotesDocument, { fetchPolicy: 'cache-first' })
  return data?.inspection ? <AtRow declaration={data.inspection} row={row} /> : null
}

function AtRow({ declaration, row }: { declaration: FragmentType<NoteTasksFragment>; row: number }) {
  const { notes } = useOwnFields(NoteTasksFragmentDoc, declaration)
  const t = useMessages(messages)
  const own = notes.filter((note) => note.row === row)
  if (own.length === 0) return null
  return (
    <Notice tone={own.some(({ state }) => state === 'OPEN') ? 'warning' : 'done'}>
      {own.map(({ id, text, state, answer }) => (
        <p key={id}>
          {text} · {t(`state${state}`)}
          {answer ? ` · ${t('answer', { text: answer })}` : ''}
        </p>
      ))}
    </Notice>
  )
}
