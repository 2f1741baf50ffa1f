import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMessages } from '../lib/language-context.tsx'
import type { DataColumn, useDataTable } from './data-table-model.ts'
import style from './data-table.module.css'
import { messages } from './table-messages.ts'

type Model<Row extends object> = ReturnType<typeof useDataTable<Row>>['table']

/** Names that sort when pressed, and under them a filter for each column that has one. */
export function DataTableHead<Row extends object>({
  table,
  columns,
}: {
  table: Model<Row>
  columns: readonly DataColumn<Row>[]
}) {
  const t = useMessages(messages)
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, header, align, filter }) => {
          const column = table.getColumn(id)
          const sorted = column?.getIsSorted() ?? false
          const typed = column?.getFilterValue()
          return (
            <th
              key={id}
              scope="col"
              data-align={align ?? 'start'}
              {...(sorted ? { 'aria-sort': sorted === 'asc' ? ('ascending' as const) : ('descending' as const) } : {})}
            >
              <button type="button" className={style.sort} onClick={() => column?.toggleSorting(sorted === 'asc')}>
                {header}
                {sorted === 'asc' ? <IconArrowUp size={14} aria-hidden /> : null}
                {sorted === 'desc' ? <IconArrowDown size={14} aria-hidden /> : null}
              </button>
              {filter ? (
                <input
                  type="search"
                  className={style.filter}
                  aria-label={t('filterColumn', { column: header })}
                  placeholder={t('filter')}
                  value={typeof typed === 'string' ? typed : ''}
                  onChange={(event) => column?.setFilterValue(event.currentTarget.value || undefined)}
                />
              ) : null}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
