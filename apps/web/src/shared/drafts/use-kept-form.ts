import { useEffect, useState } from 'react'
import { useForm, type DefaultValues, type FieldErrors, type FieldValues } from 'react-hook-form'
import type { Keeping } from './keeping.ts'
import { useTyped } from './use-typed.ts'

interface Ways<Form extends FieldValues> {
  keeping: Keeping<Form>
  /** As it begins where nothing was typed here before; the same object from render to render. */
  blank: Form
  errors: (form: Form) => FieldErrors<Form>
  /** What else is chosen beside the fields. */
  beside?: unknown
}

/** A form that is sent by a button: what is typed stays on this device until then. Files are with the office already, and chosen anew. */
export function useKeptForm<Form extends FieldValues>({ keeping, blank, errors: wrong, beside }: Ways<Form>) {
  const [fresh, setFresh] = useState(false)
  const typed = useTyped(keeping, blank, beside)
  const { reset, subscribe, ...form } = useForm<Form>({
    defaultValues: typed.start.form as DefaultValues<Form>,
    resolver: (given) => {
      const errors = wrong(given)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const { keep } = typed
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => keep('files' in values ? { ...values, files: [] } : values),
      }),
    [subscribe, keep],
  )
  return {
    ...form,
    reset,
    /** When it was typed, where the form began with what was typed here before. */
    restored: fresh ? undefined : typed.start.restored,
    /** Drops what was typed here before. */
    discard: () => {
      reset(blank)
      setFresh(true)
    },
    /** It is with the office now. */
    forget: typed.forget,
  }
}
