import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import { TextInput, type TextInputProps } from './labelled-input.tsx'

interface TextFieldProps<Values extends FieldValues>
  extends
    FieldProps<Values>,
    Pick<
      TextInputProps,
      | 'autoComplete'
      | 'inputMode'
      | 'maxLength'
      | 'placeholder'
      | 'rightSection'
      | 'rightSectionWidth'
      | 'spellCheck'
      | 'autoFocus'
    > {}

export function TextField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  warning,
  ...rest
}: TextFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <TextInput
      {...rest}
      {...field}
      value={typeof field.value === 'string' ? field.value : ''}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
