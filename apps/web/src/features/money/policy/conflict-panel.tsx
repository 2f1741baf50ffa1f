import { Button } from '@mantine/core'
import type { ParameterDraft } from '@shebao/premium'
import { useId, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { ContentConflict } from './merge-contents.ts'
import { useParameterText } from './parameter-text.ts'
import style from './conflict-panel.module.css'
import { proposalMessages } from './proposal-messages.ts'

interface ConflictPanelProps {
  conflicts: readonly ContentConflict[]
  rows: readonly ParameterDraft[]
  /** The conflicts in which the other person's answer was chosen. */
  onChosen: (theirs: readonly ContentConflict[]) => void
}

const keyOf = ({ rowId, field }: ContentConflict) => `${rowId ?? ''} ${field}`

/** Two people changed the same place: both answers side by side, and a choice for each. */
export function ConflictPanel({ conflicts, rows, onChosen }: ConflictPanelProps) {
  const t = useMessages(proposalMessages)
  const format = useFormat()
  const { nameOf, valueOf } = useParameterText()
  const heading = useId()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (key: string, other: boolean) => {
    const next = new Set(theirs)
    if (other) next.add(key)
    else next.delete(key)
    setTheirs(next)
  }
  const shown = ({ rowId, field }: ContentConflict, value: ContentConflict['mine']): string => {
    if (value === null || value === '') return t('empty')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return format.yuan(value)
    const row = rows.find(({ id }) => id === rowId)
    return field === 'value' && row ? valueOf(row.name, value) : field === 'name' ? nameOf(value) : value
  }
  return (
    <section className={style.conflict} aria-labelledby={heading} role="alert">
      <h2 id={heading}>{t('conflictTitle')}</h2>
      <p>{t('conflictText')}</p>
      {conflicts.map((conflict) => {
        const key = keyOf(conflict)
        const number = rows.findIndex(({ id }) => id === conflict.rowId) + 1
        const place = conflict.field === 'id' ? '' : t(`field${conflict.field}`)
        return (
          <fieldset key={key}>
            <legend>{number > 0 ? `${t('row', { number: String(number) })} · ${place}` : place}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`conflict ${key}`}
                  checked={theirs.has(key) === (side === 'theirs')}
                  onChange={() => choose(key, side === 'theirs')}
                />
                <span>
                  {t(side)} <strong>{shown(conflict, conflict[side])}</strong>
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
      <Button onClick={() => onChosen(conflicts.filter((conflict) => theirs.has(keyOf(conflict))))}>
        {t('keepChoice')}
      </Button>
    </section>
  )
}
