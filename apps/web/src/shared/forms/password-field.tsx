import { PasswordInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/PasswordInput.css'
import { useController, type FieldValues } from 'react-hook-form'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from '../ui/messages.ts'
import { useState } from 'react'
import { describe, type FieldProps } from './field.tsx'

interface PasswordFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  autoComplete: 'current-password' | 'new-password'
  inputMode?: 'numeric' | 'text'
  maxLength?: number
}

export function PasswordField<Values extends FieldValues>(props: PasswordFieldProps<Values>) {
  const { control, name, label, hint, warning, ...rest } = props
  const t = useMessages(messages)
  const { field, fieldState } = useController({ control, name })
  const [visible, setVisible] = useState(false)
  return (
    <PasswordInput
      {...rest}
      {...field}
      value={typeof field.value === 'string' ? field.value : ''}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': visible ? t('hidePassword') : t('showPassword'), tabIndex: 0 }}
      label={label}
      description={describe(hint, warning)}
      error={fieldState.error?.message}
    />
  )
}
