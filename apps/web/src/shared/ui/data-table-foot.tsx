import { Button } from '@mantine/core'
import { IconDownload, IconFilterOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import type { DataColumn, useDataTable } from './data-table-model.ts'
import style from './data-table.module.css'
import { messages } from './table-messages.ts'

interface DataTableFootProps<Row extends object> {
  table: ReturnType<typeof useDataTable<Row>>['table']
  columns: readonly DataColumn<Row>[]
  shown: readonly Row[]
  total: number
  tools: ReactNode
  onExport?: (rows: readonly Row[]) => void
}

/** Count and sum of what is shown, always in sight. */
export function DataTableFoot<Row extends object>({
  table,
  columns,
  shown,
  total,
  tools,
  onExport,
}: DataTableFootProps<Row>) {
  const t = useMessages(messages)
  const format = useFormat()
  const sums = columns.flatMap(({ id, header, sum, value }) => {
    if (!sum) return []
    const added = shown.reduce((running, row) => running + Number(value(row) ?? 0), 0)
    return [{ id, header, text: sum === 'fen' ? format.fen(added) : format.count(added) }]
  })
  const filtered = columns.some(({ id }) => table.getColumn(id)?.getFilterValue() !== undefined)
  return (
    <div className={style.foot}>
      <output>
        {shown.length === total ? t('rows', { count: total }) : t('rowsOf', { count: shown.length, total })}
      </output>
      {sums.map(({ id, header, text }) => (
        <span key={id} className={style.sum}>
          {header} {t('sum')} <strong>{text}</strong>
        </span>
      ))}
      <div className={style.tools}>
        {filtered && shown.length > 0 ? (
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => table.resetColumnFilters()}
          >
            {t('clearFilters')}
          </Button>
        ) : null}
        {tools}
        {onExport ? (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => onExport(shown)}
          >
            {t('exportTable')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
