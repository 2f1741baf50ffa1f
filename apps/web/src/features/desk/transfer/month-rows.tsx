import { Button } from '@mantine/core'
import { MOVING_INSURANCES, period, readRanges } from '@shebao/kernel'
import {
  useFieldArray,
  type ArrayPath,
  type Control,
  type FieldArray,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form'
import { MonthField, SelectField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { formMessages } from './form-messages.ts'
import style from './transfer.module.css'

/** A row of months as it is typed. */
export interface MonthRow {
  insurance: string | null
  from: string | null
  to: string | null
}
export const blankRow: MonthRow = { insurance: 'PENSION', from: '', to: '' }
type WithMonths = FieldValues & { months: MonthRow[] }

/** Where what is wrong with a row is shown. */
export const fieldOf = { INSURANCE: 'insurance', MONTH: 'from', ORDER: 'to', RUNNING: 'to', OVERLAPS: 'from' } as const

/** Which month runs, the office's own clock says. */
const never = period('9999-12')

/** What the shared rules say of the rows, by the field that shows it. */
export function monthErrors(
  rows: readonly MonthRow[],
  words: (code: keyof typeof fieldOf) => string,
): Record<string, string> {
  const typed = rows.map(({ insurance, from, to }) => ({ insurance: insurance ?? '', from: from ?? '', to: to ?? '' }))
  const { problems } = readRanges(typed, never)
  return Object.fromEntries(problems.map(({ row, code }) => [`months.${row}.${fieldOf[code]}`, words(code)]))
}

/** The rows as the contract takes them, once nothing is wrong with any. */
export const monthsInput = (rows: readonly MonthRow[]) =>
  rows.flatMap(({ insurance, from, to }) => {
    const known = MOVING_INSURANCES.find((one) => one === insurance)
    return known && from && to ? [{ insurance: known, from, to }] : []
  })

/** Months by insurance, a row each. */
export function MonthRows<Values extends WithMonths>({ control }: { control: Control<Values> }) {
  const t = useMessages(formMessages)
  const words = useMessages(insuranceWords)
  const { fields, append, remove } = useFieldArray({ control, name: 'months' as ArrayPath<Values> })
  const name = (row: number, field: keyof MonthRow) => `months.${row}.${field}` as FieldPath<Values>
  return (
    <fieldset className={style.months}>
      <legend>{t('months')}</legend>
      <p className={style.soft}>{t('monthsLead')}</p>
      <ol className={style.rows}>
        {fields.map(({ id }, row) => (
          <li key={id} aria-label={t('rowOf', { row: row + 1 })}>
            <SelectField
              control={control}
              name={name(row, 'insurance')}
              label={t('insurance')}
              hint={t('insuranceHint')}
              options={MOVING_INSURANCES.map((value) => ({ value, label: words(value) }))}
            />
            <MonthField control={control} name={name(row, 'from')} label={t('from')} />
            <MonthField control={control} name={name(row, 'to')} label={t('to')} />
            {fields.length > 1 ? (
              <Button variant="subtle" size="compact-md" onClick={() => remove(row)}>
                {t('removeRow', { row: row + 1 })}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Button variant="default" onClick={() => append(blankRow as FieldArray<Values, ArrayPath<Values>>)}>
        {t('addRow')}
      </Button>
    </fieldset>
  )
}
