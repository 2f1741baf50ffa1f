import { NativeSelect, TextInput } from '@mantine/core'
import { oneOf } from '@shebao/kernel'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { STATE_FILTERS } from './personnel-list.ts'
import type { RowState, StateFilter } from './personnel-list.ts'
import style from './personnel-filter.module.css'

interface PersonnelFilterProps {
  text: string
  filter: StateFilter
  counts: Readonly<Record<RowState, number>>
  onText: (text: string) => void
  onFilter: (filter: StateFilter) => void
  tools: ReactNode
}

/** Looking for somebody by name, number or state; beside it what adds people. */
export function PersonnelFilter({ text, filter, counts, onText, onFilter, tools }: PersonnelFilterProps) {
  const t = useMessages(messages)
  return (
    <div className={style.bar}>
      <TextInput
        type="search"
        className={style.search ?? ''}
        aria-label={t('filterText')}
        placeholder={t('filterText')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('filterState')}
        value={filter}
        onChange={(event) => onFilter(oneOf(STATE_FILTERS, event.currentTarget.value, 'filter'))}
        data={STATE_FILTERS.map((value) => ({
          value,
          label: value === 'ALL' ? t('showALL') : t(`show${value}`, { count: counts[value] }),
        }))}
      />
      <div className={style.barTools}>{tools}</div>
    </div>
  )
}
