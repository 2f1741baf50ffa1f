import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import { TextArea } from './labelled-input.tsx'

interface TextareaFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  rows?: number
  maxLength?: number
}

export function TextareaField<Values extends FieldValues>(props: TextareaFieldProps<Values>) {
  const { control, name, label, hint, warning, rows = 3, ...rest } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <TextArea
      {...rest}
      {...field}
      value={typeof field.value === 'string' ? field.value : ''}
      rows={rows}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
