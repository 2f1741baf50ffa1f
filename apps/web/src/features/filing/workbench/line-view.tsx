/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the ARIA grid pattern: rows and cells are placed by hand */
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconUserOff } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { FIXED, gridColumns } from './grid-columns.ts'
import { DIFFERS_FROM_LAST_YEAR, DIFFERS_FROM_REGISTER, UNREAD } from './line-cells.ts'
import type { LineCell, Source } from './line-cells.ts'
import { messages } from './messages.ts'
import { kindsOfBits } from './row-kinds.ts'
import { nameOf, shownCell } from './shown-cells.ts'
import type { ShownLine } from './workbench-session.ts'
import style from './workbench-grid.module.css'

const icons = { ERROR: IconCircleX, WARNING: IconAlertTriangle, FINE: IconCircleCheck, ABSENT: IconUserOff } as const

export interface PlacedColumn {
  index: number
  start: number
}

interface LineViewProps {
  line: ShownLine | undefined
  place: number
  top: number
  height: number
  isSelected: boolean
  /** The column under the cursor, in the line that has it. */
  active: number | undefined
  columns: readonly PlacedColumn[]
  sources: readonly Source[]
  idOf: (place: number, column: number) => string
  /** What stands in the active cell's place while it is edited. */
  editor: ReactNode
  onToggle: (place: number) => void
}

/** One person: a line for each list, cell below cell, so that what differs stands where the eye is. */
export const LineView = memo(function LineView(props: LineViewProps) {
  const { line, place, top, height, isSelected, active, columns, sources, idOf, editor, onToggle } = props
  const cell = (index: number, start: number | undefined) => (
    <div
      key={index}
      id={idOf(place, index)}
      role="gridcell"
      aria-colindex={index + 1}
      className={style.cell}
      data-active={index === active}
      data-figure={gridColumns[index]?.figure}
      data-column={index}
      style={
        start === undefined
          ? { width: gridColumns[index]?.width, left: index === 0 ? 0 : gridColumns[0]?.width }
          : { width: gridColumns[index]?.width, transform: `translateX(${start}px)` }
      }
      data-fixed={start === undefined}
    >
      {index === active && editor ? (
        editor
      ) : (
        <CellOf index={index} {...{ line, place, sources, isSelected, onToggle }} />
      )}
    </div>
  )
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      aria-busy={line === undefined}
      className={style.row}
      data-state={line?.state}
      data-place={place}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {Array.from({ length: FIXED }, (_, index) => cell(index, undefined))}
      {columns.map(({ index, start }) => cell(index, start))}
    </div>
  )
})

interface CellOfProps {
  index: number
  line: ShownLine | undefined
  place: number
  sources: readonly Source[]
  isSelected: boolean
  onToggle: (place: number) => void
}

function CellOf({ index, line, place, sources, isSelected, onToggle }: CellOfProps) {
  const column = gridColumns[index]
  if (column?.key === 'STATE') return <StateCell {...{ line, place, sources, isSelected, onToggle }} />
  if (line === undefined) return index === 1 ? <span className={style.own}>…</span> : null
  if (column?.key === 'PROBLEM') return <ProblemCell line={line} />
  return column?.cell === undefined ? null : <SourceTexts cell={shownCell(line, column.cell)} sources={sources} />
}

/** Colour, shape and word: the tick in the margin, the row, and which line is which list's. */
function StateCell({ line, place, sources, isSelected, onToggle }: Omit<CellOfProps, 'index'>) {
  const t = useMessages(messages)
  const Icon = line ? icons[line.state] : undefined
  return (
    <>
      <span className={style.own}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t('selectRow', { name: line ? nameOf(line) : '…' })}
          onChange={() => onToggle(place)}
        />
        {line && Icon ? (
          <span className={style.tick} data-state={line.state}>
            <Icon size={16} aria-hidden />
            <span className="visually-hidden">{t(`state${line.state}`)}</span>
          </span>
        ) : null}
        {line && line.row > 0 ? <span className={style.rowNo}>{line.row}</span> : null}
        {line?.unsaved ? (
          <span className={style.unsaved} title={t('unsavedRow')}>
            ●<span className="visually-hidden">{t('unsavedRow')}</span>
          </span>
        ) : null}
      </span>
      {sources.includes('REGISTER') ? <span className={style.other}>{t('register')}</span> : null}
      {sources.includes('LAST_YEAR') ? <span className={style.other}>{t('lastYear')}</span> : null}
    </>
  )
}

function ProblemCell({ line }: { line: ShownLine }) {
  const t = useMessages(messages)
  const kinds = kindsOfBits(line.kinds)
  const absent = line.row === 0 ? [kinds.length > 0 ? t('onlyRegister') : t('onlyLastYear')] : []
  const words = [...absent, ...(line.row === 0 ? [] : kinds.map((kind) => t(kind)))]
  const more = line.more > 0 ? ` · ${t('moreIssues', { count: line.more })}` : ''
  return (
    <span className={style.problem} title={[line.problem + more, ...words].join('\n')}>
      {line.problem ? <span>{line.problem + more}</span> : null}
      {words.length > 0 ? <span className={style.kinds}>≠ {words.join(' · ')}</span> : null}
    </span>
  )
}

/** The own answer, and below it the others': ＝ where they agree, ≠ with the value where they do not. */
export function SourceTexts({ cell, sources }: { cell: LineCell; sources: readonly Source[] }) {
  const t = useMessages(messages)
  const [own, register, last] = cell.texts
  const isUnread = (cell.marks & UNREAD) !== 0
  return (
    <>
      <span className={style.own} data-unread={isUnread} title={own}>
        {isUnread ? <span aria-hidden>? </span> : null}
        {own ?? <span className={style.absent}>—</span>}
        {isUnread ? <span className="visually-hidden">{t('unread')}</span> : null}
      </span>
      {sources.includes('REGISTER') ? (
        <OtherText own={own} text={register} differs={(cell.marks & DIFFERS_FROM_REGISTER) !== 0} />
      ) : null}
      {sources.includes('LAST_YEAR') ? (
        <OtherText own={own} text={last} differs={(cell.marks & DIFFERS_FROM_LAST_YEAR) !== 0} />
      ) : null}
    </>
  )
}

function OtherText({ own, text, differs }: { own: string | undefined; text: string | undefined; differs: boolean }) {
  const t = useMessages(messages)
  if (!text) return <span className={style.other} />
  if (differs)
    return (
      <span className={style.other} data-differs title={text}>
        <span aria-hidden>≠ </span>
        <span className="visually-hidden">{t('differs')}</span>
        <span className={style.value}>{text}</span>
      </span>
    )
  if (!own)
    return (
      <span className={style.other} title={text}>
        {text}
      </span>
    )
  return (
    <span className={style.other} title={text}>
      ＝
    </span>
  )
}
