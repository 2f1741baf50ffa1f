import { employmentFormWords, householdTypeWords, insurances, insuranceWords } from '@shebao/roster'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './messages.ts'
import type { CheckedRow, RowState } from './personnel-list.ts'
import style from './personnel-table.module.css'

const icons = { ERROR: IconCircleX, WARNING: IconAlertTriangle, FINE: IconCircleCheck } as const
const stateWords = { ERROR: 'stateERROR', WARNING: 'stateWARNING', FINE: 'stateFINE' } as const

export interface Column {
  key: string
  head: ReactNode
  className?: string
  cell: (person: CheckedRow) => ReactNode
}

/** What the list shows of a person, column by column. */
export function useColumns(selected: ReadonlySet<number>, onToggle: (row: number) => void): Column[] {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  /** What could not be read is shown as it was typed. */
  const shown = ({ draft }: CheckedRow, field: 'name' | 'idNumber' | 'hireDate' | 'mobile') =>
    draft[field] ?? draft.raw?.[field] ?? ''
  const word = (words: { zh: string; en: string } | undefined, raw: string | undefined) =>
    words ? (language === 'zh-CN' ? words.zh : words.en) : (raw ?? '')
  const money = ({ draft }: CheckedRow, field: 'wagesLastYear') => {
    const amount = draft[field]
    return amount === undefined ? (draft.raw?.[field] ?? '') : format.fen(amount)
  }
  const insured = ({ draft: { participation } }: CheckedRow) => {
    if (insurances.every((code) => participation?.[code] === true)) return t('allFive')
    if (insurances.some((code) => participation?.[code] === undefined)) return t('notAsked')
    const not = insurances
      .filter((code) => participation?.[code] === false)
      .map((code) => word(insuranceWords[code], code))
    return t('except', { insurances: not.join(language === 'zh-CN' ? '、' : ', ') })
  }
  const problem = ({ issues }: CheckedRow) => {
    const first = issues.find(({ severity }) => severity === 'ERROR') ?? issues[0]
    return first ? `${word(first.words, '')}${issues.length > 1 ? ` (+${issues.length - 1})` : ''}` : ''
  }
  return [
    {
      key: 'state',
      head: <span className="visually-hidden">{t('state')}</span>,
      className: style.stateCell ?? '',
      cell: (person) => {
        const { row, state } = person
        return (
          <>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={selected.has(row)}
              aria-label={t('selectRow', { row: String(row), name: shown(person, 'name') })}
              onChange={() => onToggle(row)}
            />
            <StateTick state={state} />
          </>
        )
      },
    },
    {
      key: 'name',
      head: t('name'),
      className: style.nameCell ?? '',
      cell: (person) => shown(person, 'name') || t('unnamed'),
    },
    { key: 'id', head: t('idNumber'), className: style.idCell ?? '', cell: (person) => shown(person, 'idNumber') },
    {
      key: 'household',
      head: t('household'),
      cell: ({ draft: { householdType, raw } }) =>
        word(householdType && householdTypeWords[householdType], raw?.householdType),
    },
    {
      key: 'form',
      head: t('form'),
      cell: ({ draft: { employmentForm, raw } }) =>
        word(employmentForm && employmentFormWords[employmentForm], raw?.employmentForm),
    },
    { key: 'hired', head: t('hired'), cell: (person) => shown(person, 'hireDate') },
    {
      key: 'months',
      head: t('months'),
      className: style.monthsCell ?? '',
      cell: ({ draft }) => draft.monthsWorkedLastYear ?? draft.raw?.monthsWorkedLastYear ?? '',
    },
    {
      key: 'wages',
      head: t('wages'),
      className: style.moneyCell ?? '',
      cell: (person) => money(person, 'wagesLastYear'),
    },
    { key: 'insured', head: t('participation'), cell: insured },
    { key: 'mobile', head: t('mobile'), className: style.idCell ?? '', cell: (person) => shown(person, 'mobile') },
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
