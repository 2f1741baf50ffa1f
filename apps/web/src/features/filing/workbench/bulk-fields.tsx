import { NativeSelect, TextInput } from '@mantine/core'
import type { CellField } from '@shebao/roster'
import { useEffect, useId, useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { columnName } from './grid-columns.ts'
import { messages } from './messages.ts'
import type { Deed } from './plan-changes.ts'
import { wordsOfColumn, workbenchColumns } from './workbench-columns.ts'

interface BulkFieldsProps {
  lines: readonly number[]
  field: CellField | undefined
  onDeed: (deed: Deed | undefined) => void
}

const editable = workbenchColumns.filter((column) => column.editable).map(({ field }) => field)

/** One answer for many: the field, and the new value as it would be typed. */
export function BulkFields({ lines, field: begun, onDeed }: BulkFieldsProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [field, setField] = useState(editable.find((one) => one === begun) ?? 'householdType')
  const [text, setText] = useState('')
  const list = useId()
  const words = wordsOfColumn(field, language)
  useEffect(() => {
    onDeed({ kind: 'BULK', lines, field, text })
    // oxlint-disable-next-line react/exhaustive-deps -- the dialog is about those whom it was opened for
  }, [field, text])
  return (
    <>
      <FieldSelect value={field} fields={editable} onChange={setField} />
      <TextInput
        label={t('newValue')}
        value={text}
        list={words.length > 0 ? list : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={list}>
        {words.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </datalist>
    </>
  )
}

interface FieldSelectProps {
  value: CellField
  fields: readonly CellField[]
  onChange: (field: CellField) => void
}

export function FieldSelect({ value, fields, onChange }: FieldSelectProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <NativeSelect
      label={t('field')}
      value={value}
      onChange={(event) => {
        const chosen = fields.find((field) => field === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
      data={fields.map((field) => ({ value: field, label: columnName(field, language, t('monthlyAverage')) }))}
    />
  )
}
