import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'

export function CheckField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { control, name, label, hint, warning, readOnly, disabled, required } = props
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ control, name })
  return (
    <Checkbox
      ref={ref}
      name={field.name}
      checked={field.value === true}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      onBlur={field.onBlur}
      disabled={disabled === true || readOnly === true}
      aria-required={required === true}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
