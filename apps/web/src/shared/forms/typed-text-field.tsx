import { useState } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import { TextInput, type TextInputProps } from './labelled-input.tsx'

interface TypedTextFieldProps<Values extends FieldValues>
  extends
    FieldProps<Values>,
    Pick<
      TextInputProps,
      'inputMode' | 'placeholder' | 'rightSection' | 'rightSectionWidth' | 'className' | 'autoComplete'
    > {
  /** The value a text stands for, or undefined when it stands for none. */
  read: (text: string) => unknown
  /** The text a value is edited as. */
  write: (value: unknown) => string
}

/**
 * A text input whose form value is typed. Empty becomes null; what cannot be read stays in the form as the text itself,
 * so that the rules can say what is wrong with it and nothing is lost. While the cursor is inside, the text is left alone.
 */
export function TypedTextField<Values extends FieldValues>(props: TypedTextFieldProps<Values>) {
  const { control, name, label, hint, warning, read, write, ...rest } = props
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ control, name })
  const [editedText, setEditedText] = useState<string | null>(null)
  return (
    <TextInput
      {...rest}
      ref={ref}
      name={field.name}
      value={editedText ?? write(field.value)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setEditedText(text)
        field.onChange(text.trim() === '' ? null : (read(text) ?? text))
      }}
      onBlur={() => {
        setEditedText(null)
        field.onBlur()
      }}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
