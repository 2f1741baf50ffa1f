import { NativeSelect } from '@mantine/core'
import { fieldName } from '@shebao/declaration-rules'
import { columnFields, officialHeader } from '@shebao/roster'
import type { ColumnField, MappingOverride, TableReading } from '@shebao/roster'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import sheet from './personnel.module.css'
import style from './mapping-step.module.css'

const SURE = 0.8

interface MappingStepProps {
  reading: TableReading
  onRemap: (tableIndex: number, mapping: MappingOverride) => void
  /** Of a list that need not say all that an inspection asks. */
  partial?: boolean
}

/** The table that was found and what each of its columns is taken for; both may be chosen differently. */
export function MappingStep({ reading, onRemap, partial = false }: MappingStepProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { tables, tableIndex, mapping, columns } = reading
  const table = tables[tableIndex]
  const fieldAt = (column: number) => columnFields.find((field) => mapping.columns[field]?.column === column) ?? ''
  const missing = mapping.missing.map((field) => fieldName(field, language)).join(language === 'zh-CN' ? '、' : ', ')
  const choose = (column: number, value: string) => {
    const before = fieldAt(column)
    const released: MappingOverride = before === '' ? {} : { [before]: null }
    const given: MappingOverride = value === '' ? {} : { [value]: column }
    onRemap(tableIndex, { ...overridesOf(reading), ...released, ...given })
  }
  return (
    <section className={sheet.step} aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('mapping')}</h2>
      {table ? (
        <p className={sheet.soft}>
          {table.sheetName === '' ? t('foundOnlyTableText', found(table)) : t('foundTableText', found(table))}{' '}
          {t('mappingText')}
        </p>
      ) : null}
      {tables.length > 1 ? (
        <NativeSelect
          label={t('otherTable')}
          value={String(tableIndex)}
          onChange={(event) => onRemap(Number(event.currentTarget.value), {})}
          data={tables.map(({ sheetName, headerRows, rowsBelow, hidden }, index) => ({
            value: String(index),
            label: `${t('tableOption', { sheet: sheetName, row: String(headerRows[0]), rows: rowsBelow })}${hidden ? ` · ${t('hiddenSheet')}` : ''}`,
          }))}
        />
      ) : null}
      {missing === '' || partial ? null : <Notice tone="warning">{t('missingColumns', { fields: missing })}</Notice>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
      <section className={style.mappingScroller} tabIndex={0} aria-label={t('foundTable')}>
        <table className={style.mapping}>
          <thead>
            <tr>
              <th scope="col">{t('columnInFile')}</th>
              <th scope="col">{t('samples')}</th>
              <th scope="col">{t('means')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ column, header, samples }) => {
              const field = fieldAt(column)
              const unsure = field !== '' && (mapping.columns[field]?.confidence ?? 1) < SURE
              return (
                <tr key={column} data-unused={field === ''}>
                  <th scope="row">{header}</th>
                  <td className={style.samples}>{samples.filter((text) => text !== '').join(' · ')}</td>
                  <td>
                    <NativeSelect
                      aria-label={`${t('means')}: ${header}`}
                      value={field}
                      onChange={(event) => choose(column, event.currentTarget.value)}
                      data={[
                        { value: '', label: t('notUsed') },
                        ...columnFields.map((option) => ({ value: option, label: officialHeader(option, language) })),
                      ]}
                    />
                    {unsure ? (
                      <span className={style.unsure}>
                        <IconAlertTriangle size={16} aria-hidden />
                        {t('sureOf')}
                      </span>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function found({ sheetName, headerRows, rowsBelow }: TableReading['tables'][number]) {
  return { sheet: sheetName, row: String(headerRows[0]), rows: rowsBelow }
}

/** The mapping as it stands, in the clerk's words: what is changed next adds to it. */
function overridesOf({ mapping }: TableReading): MappingOverride {
  const override: MappingOverride = {}
  for (const field of columnFields) override[field as ColumnField] = mapping.columns[field]?.column ?? null
  return override
}
