import { insuranceName, messageOf } from '@shebao/declaration-rules'
import { employmentFormWords, householdTypeWords, insurances } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './messages.ts'
import type { PersonnelList, RowState } from './personnel-list.ts'
import style from './personnel-table.module.css'

const icons = { ERROR: IconCircleX, WARNING: IconAlertTriangle, FINE: IconCircleCheck } as const
const stateWords = { ERROR: 'stateERROR', WARNING: 'stateWARNING', FINE: 'stateFINE' } as const

export interface Column {
  key: string
  head: ReactNode
  className?: string
  cell: (index: number) => ReactNode
}

/** What the list shows of a person, column by column; `index` is the place in the whole list. */
export function useColumns(
  list: PersonnelList,
  selected: ReadonlySet<number>,
  onToggle: (row: number) => void,
): Column[] {
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
    { key: 'hired', head: t('hired'), cell: (index) => shown(index, 'hireDate') },
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
    { key: 'insured', head: t('participation'), cell: insured },
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
