import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useId } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import style from './forms.module.css'

export interface CheckOption {
  value: string
  label: string
  /** Why it cannot be had; it can be given up all the same. */
  unavailable?: string | undefined
}

interface ChecksFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: readonly CheckOption[]
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Any number of what is offered, all in sight. */
export function ChecksField<Values extends FieldValues>(props: ChecksFieldProps<Values>) {
  const { control, name, label, hint, warning, options } = props
  const { field, fieldState } = useController({ control, name })
  const about = useId()
  const value: unknown = field.value
  const chosen = isTexts(value) ? value : []
  const open = ({ value: one, unavailable }: CheckOption) => unavailable === undefined || chosen.includes(one)
  const first = options.find(open)
  return (
    <fieldset className={style.yesNo} aria-describedby={about}>
      <legend>{label}</legend>
      <div id={about} className={style.about}>
        {describe(hint, warning)}
        {fieldState.error ? <p className={style.fieldError}>{fieldState.error.message}</p> : null}
      </div>
      <div className={style.checks}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            ref={option === first ? field.ref : undefined}
            label={option.label}
            description={option.unavailable}
            disabled={!open(option)}
            checked={chosen.includes(option.value)}
            onBlur={field.onBlur}
            onChange={({ currentTarget: { checked } }) => {
              const others = chosen.filter((one) => one !== option.value)
              field.onChange(checked ? [...others, option.value] : others)
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
