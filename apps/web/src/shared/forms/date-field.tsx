import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { useMessages } from '../lib/language-context.tsx'
import { readDate } from '../lib/typed-text.ts'
import { messages } from '../ui/messages.ts'
import type { FieldProps } from './field.tsx'
import style from './forms.module.css'
import { TypedTextField } from './typed-text-field.tsx'

const write = (value: unknown) => (typeof value === 'string' ? value : '')

/** Typed as text (20260331 and 2026/3/31 are understood), kept as 'YYYY-MM-DD'; the button opens the browser's calendar. */
export function DateField<Values extends FieldValues>({ hint, ...props }: FieldProps<Values>) {
  const t = useMessages(messages)
  const { field } = useController({ control: props.control, name: props.name })
  const calendar = useRef<HTMLInputElement>(null)
  const chosen: unknown = field.value
  const locked = props.readOnly === true || props.disabled === true
  const button = (
    <>
      <button
        type="button"
        className={style.pickDate}
        aria-label={t('pickDate')}
        onClick={() => calendar.current?.showPicker()}
      >
        <IconCalendar size={20} stroke={1.6} aria-hidden />
      </button>
      <input
        ref={calendar}
        type="date"
        className={style.nativeDate}
        tabIndex={-1}
        aria-hidden="true"
        value={typeof chosen === 'string' && readDate(chosen) === chosen ? chosen : ''}
        onChange={(event) => field.onChange(event.currentTarget.value || null)}
      />
    </>
  )
  return (
    <TypedTextField
      {...props}
      hint={hint ?? t('dateFormat')}
      read={readDate}
      write={write}
      inputMode="numeric"
      autoComplete="off"
      {...(locked ? {} : { rightSection: button, rightSectionWidth: 44 })}
    />
  )
}
