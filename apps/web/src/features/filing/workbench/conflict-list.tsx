import { Button } from '@mantine/core'
import { fieldText } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { useId, useState } from 'react'
import { LastSavedLine, type LastSaved } from '../../../shared/drafts/last-saved.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { columnName } from './grid-columns.ts'
import { messages } from './messages.ts'
import type { RowConflict } from './own-rows.ts'
import style from './workbench.module.css'

interface ConflictListProps {
  conflicts: readonly RowConflict[]
  who?: LastSaved | null | undefined
  /** Those of the colleague that were chosen; the others stay mine. */
  onChosen: (theirs: readonly RowConflict[]) => Promise<void>
}

/** As many are asked about one by one; the rest goes by what is chosen for all. */
const SHOWN = 50

/** Two clerks changed the same things: field by field, both side by side, and a choice for each or for all. */
export function ConflictList({ conflicts, who, onChosen }: ConflictListProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const heading = useId()
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set())
  const choose = (index: number, isTheirs: boolean) => {
    const next = new Set(theirs)
    if (isTheirs) next.add(index)
    else next.delete(index)
    setTheirs(next)
  }
  const word = ({ field }: RowConflict, draft: PersonnelDraft | undefined) => {
    if (draft === undefined) return t('rowGone')
    if (field === undefined) return [draft.name, draft.idNumber].filter(Boolean).join(' ') || t('empty')
    return fieldText(draft, field, language) || t('empty')
  }
  return (
    <section className={style.conflicts} aria-labelledby={heading} role="alert">
      <h2 id={heading}>{t('conflictTitle')}</h2>
      <p>{t('conflictText')}</p>
      <LastSavedLine who={who} />
      <div className={style.actions}>
        <Button variant="default" onClick={() => setTheirs(new Set())}>
          {t('allMine')}
        </Button>
        <Button variant="default" onClick={() => setTheirs(new Set(conflicts.keys()))}>
          {t('allTheirs')}
        </Button>
      </div>
      {conflicts.slice(0, SHOWN).map((conflict, index) => (
        <fieldset key={`${conflict.row} ${conflict.field ?? ''}`}>
          <legend>
            {t('conflictRow', { row: String(conflict.row), name: (conflict.mine ?? conflict.theirs)?.name ?? '' })} ·{' '}
            {conflict.field === undefined ? t('wholeRow') : columnName(conflict.field, language, t('monthlyAverage'))}
          </legend>
          {([false, true] as const).map((isTheirs) => (
            <label key={String(isTheirs)}>
              <input
                type="radio"
                name={`${heading}-${index}`}
                checked={theirs.has(index) === isTheirs}
                onChange={() => choose(index, isTheirs)}
              />{' '}
              {isTheirs ? t('theirs') : t('mine')}: {word(conflict, isTheirs ? conflict.theirs : conflict.mine)}
            </label>
          ))}
        </fieldset>
      ))}
      {conflicts.length > SHOWN ? <p>{t('moreNotTaken')}</p> : null}
      <div className={style.actions}>
        <Button onClick={() => void onChosen(conflicts.filter((_, index) => theirs.has(index)))}>
          {t('keepChoice')}
        </Button>
      </div>
    </section>
  )
}
