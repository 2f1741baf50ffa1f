import { fieldName } from '@shebao/declaration-rules'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'

type Note = MonthlyHeadFragment['notes'][number]

/** The row a note is about, `change[3].hireDate`; undefined where it is about the whole. */
export function noteRow(path: string): number | undefined {
  const found = /^change\[(\d+)\]/.exec(path)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** What came back, as tasks that lead to their rows. */
export function ReturnNotes({
  notes,
  at = '',
}: {
  notes: readonly Note[]
  /** The page of the rows, from elsewhere. */ at?: string
}) {
  const t = useMessages(declarationMessages)
  const { language } = useLanguage()
  const where = ({ path }: Note) => {
    const row = noteRow(path)
    const field = /\.(\w+)$/.exec(path)?.[1]
    if (row === undefined) return t(path.startsWith('unit') ? 'noteUnit' : 'noteAll')
    if (field === undefined) return t('noteRowAll', { row: String(row) })
    return t('noteRow', { row: String(row), field: fieldName(field, language) })
  }
  return (
    <Notice tone="warning">
      <strong>{t('notesTitle', { count: notes.length })}</strong>
      <p>{t('notesText')}</p>
      <ul className={style.notes}>
        {notes.map((note) => {
          const row = noteRow(note.path)
          return (
            <li key={note.id}>
              {row === undefined ? <b>{where(note)}</b> : <Link to={`${at}?row=${row}`}>{where(note)}</Link>}
              <span>{note.text}</span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
