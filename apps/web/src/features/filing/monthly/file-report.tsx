import { NativeSelect } from '@mantine/core'
import { CHANGE_COLUMNS, changeColumnWords } from '@shebao/declaration-rules'
import type { ChangeColumn } from '@shebao/declaration-rules'
import type { MappingOverride } from '@shebao/roster'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { MappingStep } from '../personnel/index.ts'
import type { FileReading } from './change-file-protocol.ts'
import style from './declaration.module.css'
import { fileMessages } from './file-messages.ts'
import { issueText } from './issue-text.ts'

interface FileReportProps {
  reading: FileReading
  onColumns: (columns: Partial<Record<ChangeColumn, number | null>>) => void
  /** Another table, or another word on the columns about people. */
  onRemap: (tableIndex: number, mapping: MappingOverride) => void
}

/** What was read: how many of which kind, from which columns, and what is wrong row by row. */
export function FileReport({ reading, onColumns, onRemap }: FileReportProps) {
  const t = useMessages(fileMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const [said, setSaid] = useState<Partial<Record<ChangeColumn, number | null>>>({})
  const { fileName: file, rows, joins, stops, others, faulty, listed, columns, unmapped, month, closed } = reading
  const choose = (field: ChangeColumn, value: string) => {
    const next = { ...said, [field]: value === '' ? null : Number(value) }
    setSaid(next)
    onColumns(next)
  }
  return (
    <>
      <p>
        {t('read', { file, rows, joins, stops, others })}
        {month === undefined ? null : ` ${t('month', { month: format.period(month) })}`}
      </p>
      {closed ? (
        <Notice tone="refused">
          {t(month === undefined ? 'closedMonths' : 'closedMonth', {
            month: month === undefined ? '' : format.period(month),
          })}
        </Notice>
      ) : faulty === 0 ? (
        <Notice tone="done">{t('allRight')}</Notice>
      ) : (
        <Notice tone="warning">
          <strong>{t('faulty', { count: faulty })}</strong>
          <ul className={style.list}>
            {listed.map(({ row, name, issues }) => (
              <li key={row}>
                <b>{t('rowOf', { row: String(row), name })}</b>{' '}
                {issues.map((issue) => issueText(issue, language)).join(' ')}
              </li>
            ))}
          </ul>
          {faulty > listed.length ? <p>{t('andMore', { count: faulty - listed.length })}</p> : null}
        </Notice>
      )}
      <section aria-labelledby="columns" className={style.section}>
        <h2 id="columns">{t('columns')}</h2>
        <p className={style.soft}>{t('columnsText')}</p>
        <div className={style.columns}>
          {CHANGE_COLUMNS.map((field) => (
            <NativeSelect
              key={field}
              label={language === 'zh-CN' ? changeColumnWords[field].zh : changeColumnWords[field].en}
              value={String(columns[field]?.column ?? '')}
              onChange={(event) => choose(field, event.currentTarget.value)}
              data={[
                { value: '', label: t('noColumn') },
                ...unmapped.map(({ column, header }) => ({ value: String(column), label: header || `#${column + 1}` })),
              ]}
            />
          ))}
        </div>
      </section>
      <MappingStep
        partial
        reading={reading.table}
        onRemap={(tableIndex, mapping) => {
          if (tableIndex !== reading.table.tableIndex) setSaid({})
          onRemap(tableIndex, mapping)
        }}
      />
    </>
  )
}
