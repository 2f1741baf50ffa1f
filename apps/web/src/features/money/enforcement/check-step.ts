import { get, type FieldValues } from 'react-hook-form'
import type { StepField } from './step-fields.ts'

/** Of which kind of mistake a field is told. */
export type Mistake = 'wrong' | 'wrongText' | 'wrongShort' | 'wrongMoney' | 'wrongDate' | 'wrongDays'

const day = /^\d{4}-\d{2}-\d{2}$/
const lengthOf = (value: unknown) => (typeof value === 'string' ? value.trim().length : 0)

/** What is not right about the fields of a step, each under its name. */
export function mistakesOf(fields: readonly StepField[], form: FieldValues): Record<string, Mistake> {
  const found: Record<string, Mistake> = {}
  for (const field of fields) {
    const value: unknown = get(form, field.name)
    if (field.kind === 'ROWS') {
      const rows: readonly unknown[] = Array.isArray(value) ? value : []
      const columns = field.columns ?? []
      for (const at of rows.keys())
        Object.assign(
          found,
          mistakesOf(
            columns.map((column) => ({ ...column, name: `${field.name}.${at}.${column.name}` })),
            form,
          ),
        )
      continue
    }
    const mistake =
      field.optional && (value === null || value === '' || value === undefined) ? undefined : mistakeOf(field, value)
    if (mistake) found[field.name] = mistake
  }
  return found
}

function mistakeOf({ kind }: StepField, value: unknown): Mistake | undefined {
  switch (kind) {
    case 'TEXT':
      return lengthOf(value) >= 4 ? undefined : 'wrongText'
    case 'SHORT':
      return lengthOf(value) >= 2 ? undefined : 'wrongShort'
    case 'MONEY':
      return typeof value === 'number' ? undefined : 'wrongMoney'
    case 'DATE':
      return typeof value === 'string' && day.test(value) ? undefined : 'wrongDate'
    case 'DAYS':
      return typeof value === 'number' && value >= 1 && value <= 10 ? undefined : 'wrongDays'
    case 'YES_NO':
      return typeof value === 'boolean' ? undefined : 'wrong'
    case 'BANKS':
      return Array.isArray(value) && value.length > 0 ? undefined : 'wrong'
    case 'CHOICE':
    case 'ASKED_BANK':
    case 'REPLIED_BANK':
    case 'ROWS':
      return typeof value === 'string' && value !== '' ? undefined : 'wrong'
  }
}

/** As a form begins: a list with its first row. */
export function blankOf(fields: readonly StepField[]): FieldValues {
  return Object.fromEntries(
    fields.filter(({ kind }) => kind === 'ROWS').map(({ name }): [string, unknown] => [name, [{}]]),
  )
}
