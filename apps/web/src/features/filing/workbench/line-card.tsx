/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the ARIA grid pattern: rows are placed by hand */
import { memo } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DIFFERS_FROM_REGISTER } from './line-cells.ts'
import { messages } from './messages.ts'
import { kindsOfBits } from './row-kinds.ts'
import { nameOf, shownText } from './shown-cells.ts'
import { workbenchColumns } from './workbench-columns.ts'
import type { ShownLine } from './workbench-session.ts'
import style from './workbench-grid.module.css'

interface LineCardProps {
  line: ShownLine | undefined
  place: number
  top: number
  height: number
  isSelected: boolean
  isActive: boolean
  idOf: (place: number, column: number) => string
  onToggle: (place: number) => void
}

const numberCell = workbenchColumns.findIndex(({ field }) => field === 'idNumber')

/** One person where there is no room for columns: who, what is wrong, how much differs. Opening the card shows everything. */
export const LineCard = memo(function LineCard(props: LineCardProps) {
  const { line, place, top, height, isSelected, isActive, idOf, onToggle } = props
  const t = useMessages(messages)
  const differing = line?.marks.filter((mark) => mark & DIFFERS_FROM_REGISTER).length ?? 0
  const kinds = line ? kindsOfBits(line.kinds).map((kind) => t(kind)) : []
  const name = line ? nameOf(line) : '…'
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      aria-busy={line === undefined}
      className={style.card}
      data-place={place}
      data-cursor={isActive}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div role="gridcell" aria-colindex={1} id={idOf(place, 0)}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t('selectRow', { name })}
          onChange={() => onToggle(place)}
        />
      </div>
      <div role="gridcell" aria-colindex={2} className={style.cardText}>
        <span className={style.cardName}>
          {name} {line?.unsaved ? <span className={style.unsaved}>●</span> : null}
        </span>
        <span className={style.soft}>{line && shownText(line, numberCell)}</span>
        <span className={style.kinds}>{line?.problem || kinds.join(' · ')}</span>
      </div>
      <div role="gridcell" aria-colindex={3} className={style.kinds}>
        {differing > 0 ? `≠ ${t('differences', { count: differing })}` : null}
      </div>
    </div>
  )
})
