import type { FieldValues } from 'react-hook-form'
import { readInteger } from '../lib/typed-text.ts'
import type { FieldProps } from './field.tsx'
import style from './forms.module.css'
import { TypedTextField } from './typed-text-field.tsx'

const write = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? String(value) : '')

/** A whole number; null when empty (blank is not zero), the text itself when it is no number. */
export function IntegerField<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <TypedTextField
      {...props}
      read={readInteger}
      write={write}
      inputMode="numeric"
      autoComplete="off"
      className={style.amount ?? ''}
    />
  )
}
