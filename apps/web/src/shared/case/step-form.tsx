import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import {
  set,
  useForm,
  type Control,
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form'
import { useMessages } from '../lib/language-context.tsx'
import { missingCalendarYear } from '../lib/missing-calendar.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { deskMessages } from './desk-messages.ts'
import type { StaleDecisionFragment } from './stale-decision.generated.ts'
import { StaleNotice } from './stale-notice.tsx'
import style from '../ui/desk.module.css'
import { Notice } from '../ui/notice.tsx'

/** What stands in the way, or that the case is no longer what it was when the person decided. */
export type StepAnswer<Problem> = readonly Problem[] | StaleDecisionFragment

export interface StepFormProps<Form extends FieldValues, Problem> {
  blank: DefaultValues<Form>
  fields?: (control: Control<Form>) => ReactNode
  /** Fields that are not right, each with what would be. */
  wrong?: (form: Form) => Partial<Record<FieldPath<Form>, string | undefined>>
  /** What the button does, and in its word. */
  verb: string
  /** Not what is expected here: the button stands back. */
  aside?: boolean
  /** What is asked once more before it is done. */
  ask?: (form: Form) => { title: string; text: string }
  grave?: boolean
  /** Does it, and goes on from there; what stands in the way comes back. */
  take: (form: Form) => Promise<StepAnswer<Problem>>
  /** Reads the case anew, for a step that was decided on what is no longer so. */
  renew?: () => Promise<unknown>
  problems: (problems: readonly Problem[]) => ReactNode
}

/** One step: its fields, its button, and what stands in the way. What cannot be taken back is asked for once more. */
export function StepForm<Form extends FieldValues, Problem>(props: StepFormProps<Form, Problem>) {
  const { blank, fields, wrong, verb, aside = false, ask, grave = false, take, problems, renew } = props
  const [asking, setAsking] = useState<Form>()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<StepAnswer<Problem> | { missingYear: string | undefined }>([])
  const { control, handleSubmit } = useForm<Form>({
    defaultValues: blank,
    resolver: (form) => {
      const wrongFields = Object.entries<string | undefined>(wrong?.(form) ?? {}).filter(([, message]) => message)
      if (wrongFields.length === 0) return { values: form, errors: {} }
      const errors: FieldErrors<Form> = {}
      for (const [name, message] of wrongFields) set(errors, name, { type: 'value', message })
      return { values: {}, errors }
    },
  })
  const send = async (form: Form) => {
    if (busy) return
    setBusy(true)
    setFound([])
    try {
      setFound(await take(form))
    } catch (error) {
      setFound({ missingYear: missingCalendarYear(error) })
    } finally {
      setBusy(false)
      setAsking(undefined)
    }
  }
  const submit = handleSubmit((form) => {
    if (!ask) return send(form)
    setAsking(form)
  })
  const question = asking && ask?.(asking)
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {'missingYear' in found ? (
        <StepFailed {...found} />
      ) : '__typename' in found ? (
        <StaleNotice stale={found} onShow={() => (renew?.() ?? Promise.resolve()).then(() => setFound([]))} />
      ) : (
        problems(found)
      )}
      {fields?.(control)}
      <Button type="submit" loading={busy} {...(aside ? { variant: 'default' } : {})}>
        {verb}
      </Button>
      {asking && question ? (
        <ConfirmDialog
          opened
          title={question.title}
          consequence={question.text}
          verb={verb}
          grave={grave}
          busy={busy}
          onCancel={() => setAsking(undefined)}
          onConfirm={() => void send(asking)}
        />
      ) : null}
    </form>
  )
}

/** It did not go through; where the calendar of a year is missing, nothing goes through until it is published. */
function StepFailed({ missingYear }: { missingYear: string | undefined }) {
  const t = useMessages(deskMessages)
  return (
    <Notice tone="refused">{missingYear === undefined ? t('failed') : t('noCalendar', { year: missingYear })}</Notice>
  )
}
