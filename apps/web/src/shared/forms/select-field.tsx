import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import { SelectInput } from './labelled-input.tsx'

interface SelectFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** The first, empty choice is added by the field: unknown is not the first option. */
  options: readonly { value: string; label: string }[]
}

/** The browser's own select: every keyboard, phone and screen reader knows it. */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { control, name, label, hint, warning, options, readOnly, disabled, ...rest } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <SelectInput
      {...rest}
      {...field}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={(event) => field.onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      disabled={disabled === true || readOnly === true}
      options={[{ value: '', label: '' }, ...options]}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
