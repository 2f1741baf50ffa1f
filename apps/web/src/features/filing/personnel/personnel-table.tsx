/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA grid pattern: rows are placed by hand, the grid takes the keys */
import { insuranceName } from '@shebao/declaration-rules'
import { messageOf } from '@shebao/declaration-rules'
import { insurances } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { employmentFormWords, householdTypeWords } from '@shebao/roster'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './messages.ts'
import type { PersonnelList, RowState } from './personnel-list.ts'
import style from './personnel.module.css'

const icons = { ERROR: IconCircleX, WARNING: IconAlertTriangle, FINE: IconCircleCheck } as const
const stateWords = { ERROR: 'stateERROR', WARNING: 'stateWARNING', FINE: 'stateFINE' } as const
const tableRowPx = 44
const cardPx = 116

interface PersonnelTableProps {
  list: PersonnelList
  /** Indexes into the list that the filter lets through, in order. */
  shown: readonly number[]
  cursor: number
  selected: ReadonlySet<number>
  /** The row that is open in the window. */
  openRow: number | undefined
  onCursor: (place: number) => void
  onOpen: (place: number) => void
  onToggle: (row: number) => void
}

interface Column {
  key: string
  head: ReactNode
  className?: string
  cell: (index: number) => ReactNode
}

/**
 * The list as a grid with a keyboard cursor: only what is in sight is drawn, so 50,000 rows scroll like 50. On a phone a row is a card.
 */
export function PersonnelTable(props: PersonnelTableProps) {
  const { list, shown, cursor, selected, openRow, onCursor, onOpen, onToggle } = props
  const t = useMessages(messages)
  const asCards = useMediaQuery('(width < 760px)', false)
  const scroller = useRef<HTMLDivElement>(null)
  const [column, setColumn] = useState(0)
  const id = useId()
  const columns = useColumns(list, selected, onToggle)
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; nothing memoised takes the virtualizer
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (asCards ? cardPx : tableRowPx),
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [asCards, virtual])
  const move = useCallback(
    (place: number) => {
      const next = Math.max(0, Math.min(shown.length - 1, place))
      onCursor(next)
      virtual.scrollToIndex(next)
    },
    [onCursor, shown.length, virtual],
  )
  useEffect(() => {
    virtual.scrollToIndex(cursor)
  }, [cursor, virtual])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const pageRows = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 400) / (asCards ? cardPx : tableRowPx)) - 1,
    )
    const row = list.rows[shown[cursor] ?? -1]?.row
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(cursor + 1),
      ArrowUp: () => move(cursor - 1),
      PageDown: () => move(cursor + pageRows),
      PageUp: () => move(cursor - pageRows),
      ArrowRight: () => setColumn(Math.min(columns.length - 1, column + 1)),
      ArrowLeft: () => setColumn(Math.max(0, column - 1)),
      Home: () => (event.ctrlKey ? move(0) : setColumn(0)),
      End: () => (event.ctrlKey ? move(shown.length - 1) : setColumn(columns.length - 1)),
      Enter: () => onOpen(cursor),
      ' ': () => row !== undefined && onToggle(row),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <div
      ref={scroller}
      className={style.scroller}
      role="grid"
      aria-label={t('tableLabel', { count: shown.length })}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${cursor}-${column}`}
      tabIndex={0}
      data-cards={asCards}
      onKeyDown={onKeyDown}
    >
      <div className={style.headRow} role="row" aria-rowindex={1}>
        {columns.map(({ key, head, className }) => (
          <div key={key} role="columnheader" className={`${style.cell} ${className ?? ''}`}>
            {head}
          </div>
        ))}
      </div>
      <div className={style.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const index = shown[item.index] ?? 0
          const person = list.rows[index]
          if (!person) return null
          return (
            <div
              key={person.row}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selected.has(person.row)}
              className={style.row}
              data-state={list.stateAt(index)}
              data-cursor={item.index === cursor}
              data-open={person.row === openRow}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={(event) => {
                if (event.target instanceof HTMLInputElement) return
                onCursor(item.index)
                onOpen(item.index)
              }}
            >
              {columns.map(({ key, className, cell }, place) => (
                <div
                  key={key}
                  id={`${id}-${item.index}-${place}`}
                  role="gridcell"
                  aria-colindex={place + 1}
                  className={`${style.cell} ${className ?? ''}`}
                  data-active={item.index === cursor && place === column}
                >
                  {cell(index)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function useColumns(list: PersonnelList, selected: ReadonlySet<number>, onToggle: (row: number) => void): Column[] {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const draftAt = (index: number): PersonnelDraft => list.rows[index]?.draft ?? {}
  /** What could not be read is shown as it was typed. */
  const shown = (index: number, field: 'name' | 'idNumber' | 'hireDate' | 'mobile') =>
    draftAt(index)[field] ?? draftAt(index).raw?.[field] ?? ''
  const word = (words: { zh: string; en: string } | undefined, raw: string | undefined) =>
    words ? (language === 'zh-CN' ? words.zh : words.en) : (raw ?? '')
  const money = (index: number, field: 'wagesLastYear') => {
    const amount = draftAt(index)[field]
    return amount === undefined ? (draftAt(index).raw?.[field] ?? '') : format.fen(amount)
  }
  const insured = (index: number) => {
    const { participation } = draftAt(index)
    if (insurances.every((code) => participation?.[code] === true)) return t('allFive')
    if (insurances.some((code) => participation?.[code] === undefined)) return t('notAsked')
    const not = insurances
      .filter((code) => participation?.[code] === false)
      .map((code) => insuranceName(code, language))
    return t('except', { insurances: not.join(language === 'zh-CN' ? '、' : ', ') })
  }
  const problem = (index: number) => {
    const issues = list.issuesAt(index)
    const first = issues.find(({ severity }) => severity === 'error') ?? issues[0]
    return first ? `${messageOf(first, language)}${issues.length > 1 ? ` (+${issues.length - 1})` : ''}` : ''
  }
  return [
    {
      key: 'state',
      head: <span className="visually-hidden">{t('state')}</span>,
      className: style.stateCell ?? '',
      cell: (index) => {
        const row = list.rows[index]?.row ?? 0
        return (
          <>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={selected.has(row)}
              aria-label={t('selectRow', { row: String(row), name: shown(index, 'name') })}
              onChange={() => onToggle(row)}
            />
            <StateTick state={list.stateAt(index)} />
          </>
        )
      },
    },
    {
      key: 'name',
      head: t('name'),
      className: style.nameCell ?? '',
      cell: (index) => shown(index, 'name') || t('unnamed'),
    },
    { key: 'id', head: t('idNumber'), className: style.idCell ?? '', cell: (index) => shown(index, 'idNumber') },
    {
      key: 'household',
      head: t('household'),
      cell: (index) => {
        const { householdType, raw } = draftAt(index)
        return word(householdType && householdTypeWords[householdType], raw?.householdType)
      },
    },
    {
      key: 'form',
      head: t('form'),
      cell: (index) => {
        const { employmentForm, raw } = draftAt(index)
        return word(employmentForm && employmentFormWords[employmentForm], raw?.employmentForm)
      },
    },
    { key: 'hired', head: t('hired'), className: style.dateCell ?? '', cell: (index) => shown(index, 'hireDate') },
    {
      key: 'months',
      head: t('months'),
      className: style.monthsCell ?? '',
      cell: (index) => draftAt(index).monthsWorkedLastYear ?? draftAt(index).raw?.monthsWorkedLastYear ?? '',
    },
    {
      key: 'wages',
      head: t('wages'),
      className: style.moneyCell ?? '',
      cell: (index) => money(index, 'wagesLastYear'),
    },
    { key: 'insured', head: t('participation'), className: style.insuredCell ?? '', cell: insured },
    { key: 'mobile', head: t('mobile'), className: style.idCell ?? '', cell: (index) => shown(index, 'mobile') },
    { key: 'problem', head: t('problem'), className: style.problemCell ?? '', cell: problem },
  ]
}

/** Colour, shape and word: the tick in the margin. */
function StateTick({ state }: { state: RowState }) {
  const t = useMessages(messages)
  const Icon = icons[state]
  return (
    <span className={style.tick} data-state={state}>
      <Icon size={18} aria-hidden />
      <span className="visually-hidden">{t(stateWords[state])}</span>
    </span>
  )
}
