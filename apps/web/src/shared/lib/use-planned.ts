import { useEffect, useState } from 'react'
import { useForm, type DefaultValues, type FieldErrors, type FieldValues } from 'react-hook-form'
import type { Keeping } from '../drafts/keeping.ts'
import { useTyped } from '../drafts/use-typed.ts'

interface Ways<Form extends FieldValues, Input, Plan, Problem> {
  blank: Form
  keeping: Keeping<Form>
  errors: (form: Form) => FieldErrors<Form>
  toInput: (form: Form) => Input
  /** What it would come to. */
  plan: (input: Input) => Promise<Plan | undefined>
  /** Applies, and goes on from there; what stands in the way comes back. */
  apply: (input: Input) => Promise<readonly Problem[]>
}

/** First the figures, then the application: nobody applies for an amount they have not seen. */
export function usePlanned<Form extends FieldValues, Input, Plan, Problem>(ways: Ways<Form, Input, Plan, Problem>) {
  const [planned, setPlanned] = useState<{ input: Input; plan: Plan }>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fresh, setFresh] = useState(false)
  const typed = useTyped(ways.keeping, ways.blank)
  const { control, handleSubmit, subscribe, reset } = useForm<Form>({
    defaultValues: typed.start.form as DefaultValues<Form>,
    resolver: (form) => {
      const errors = ways.errors(form)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
    },
  })
  const { keep } = typed
  useEffect(
    () =>
      // Files are with the office already, and chosen anew: what was only chosen is not kept.
      subscribe({ formState: { values: true }, callback: ({ values }) => keep({ ...values, files: [] }) }),
    [subscribe, keep],
  )
  const attempt = async (work: () => Promise<void>) => {
    setFailed(false)
    setProblems([])
    setBusy(true)
    try {
      await work()
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  const compute = handleSubmit((form) =>
    attempt(async () => {
      const input = ways.toInput(form)
      const plan = await ways.plan(input)
      setPlanned(plan && { input, plan })
    }),
  )
  const submit = () =>
    attempt(async () => {
      if (!planned) return
      const standing = await ways.apply(planned.input)
      setProblems(standing)
      if (standing.length === 0) await typed.forget()
    })
  const restart = () => {
    reset(ways.blank)
    setPlanned(undefined)
    setFresh(true)
  }
  return {
    control,
    plan: planned?.plan,
    problems,
    failed,
    busy,
    /** What was typed here before and not applied for. */
    restored: fresh ? undefined : typed.start.restored,
    restart,
    compute,
    submit,
    /** Something was changed: the figures hold no longer. */
    changed: () => setPlanned(undefined),
  }
}
