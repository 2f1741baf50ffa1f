import { useState } from 'react'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { Keeping } from '../drafts/keeping.ts'
import { useKeptForm } from '../drafts/use-kept-form.ts'

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
  const { blank, keeping, errors } = ways
  const { control, handleSubmit, restored, discard, forget } = useKeptForm<Form>({ keeping, blank, errors })
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
      if (standing.length === 0) await forget()
    })
  const restart = () => {
    discard()
    setPlanned(undefined)
  }
  return {
    control,
    plan: planned?.plan,
    problems,
    failed,
    busy,
    /** What was typed here before and not applied for. */
    restored,
    restart,
    compute,
    submit,
    /** Something was changed: the figures hold no longer. */
    changed: () => setPlanned(undefined),
  }
}
