import { useCallback, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useMessages } from '../lib/language-context.tsx'
import { FilesInput } from './files-input.tsx'
import { filesMessages } from './files-messages.ts'
import type { GivenFile, HandIn } from './use-given-files.ts'

interface FilesFieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
  hint?: ReactNode
  /** Told of every change: dropping a file is no change event of the form. */
  onChanged?: () => void
  /** Another way to the office than the session's. */
  handIn?: HandIn
  most?: number
}

/** Papers as a field of a form; its value is the list of what was given. */
export function FilesField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  onChanged,
  handIn,
  most,
}: FilesFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  const { onChange } = field
  const told = useRef(onChanged)
  useEffect(() => {
    told.current = onChanged
  })
  const onFiles = useCallback(
    (files: readonly GivenFile[]) => {
      onChange(files)
      told.current?.()
    },
    [onChange],
  )
  return (
    <FilesInput
      handIn={handIn}
      most={most}
      label={label}
      hint={hint}
      error={fieldState.error?.message}
      onFiles={onFiles}
      buttonRef={field.ref}
    />
  )
}

/** The same for a form that collects errors by field. */
export const filesError = (message: string | undefined) =>
  message === undefined ? {} : { files: { type: 'value', message } }

/** What keeps a form with papers from being sent: one on its way, one that was refused, or none where one is needed. */
export function useFilesCheck() {
  const t = useMessages(filesMessages)
  return (files: readonly GivenFile[], { required = false } = {}): string | undefined => {
    if (files.some(({ state }) => state === 'WAITING' || state === 'SENDING')) return t('wait')
    if (files.some(({ state }) => state === 'REFUSED')) return t('removeRefused')
    return required && files.length === 0 ? t('missing') : undefined
  }
}
