import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import { MonthInput } from './month-input.tsx'

/** A month of a form (beside fields without a hint give `null` for its own), kept as 'YYYY-MM'; what is no month stays as it was typed, so that the form can say so. */
export function MonthField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { control, name, label, hint, warning, required, withAsterisk, disabled } = props
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ control, name })
  const value: unknown = field.value
  return (
    <MonthInput
      ref={ref}
      name={field.name}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      label={label}
      error={fieldState.error?.message}
      {...(hint === undefined && !warning ? {} : { description: describe(hint, warning) })}
      {...(required === undefined ? {} : { required })}
      {...(withAsterisk === undefined ? {} : { withAsterisk })}
      {...(disabled === undefined ? {} : { disabled })}
    />
  )
}
