import type { FieldValues } from 'react-hook-form'
import { useMessages } from '../lib/language-context.tsx'
import { readYuan, writeYuan } from '../lib/typed-text.ts'
import { messages } from '../ui/messages.ts'
import type { FieldProps } from './field.tsx'
import style from './forms.module.css'
import { TypedTextField } from './typed-text-field.tsx'

const write = (value: unknown) =>
  typeof value === 'number' ? writeYuan(value) : typeof value === 'string' ? value : ''

/** Typed in yuan, kept in the form as whole fen; null when empty, the text itself when it is no amount. */
export function MoneyField<Values extends FieldValues>(props: FieldProps<Values>) {
  const t = useMessages(messages)
  return (
    <TypedTextField
      {...props}
      read={readYuan}
      write={write}
      inputMode="decimal"
      autoComplete="off"
      className={style.amount ?? ''}
      rightSection={<span aria-hidden="true">{t('yuan')}</span>}
      rightSectionWidth={52}
    />
  )
}
