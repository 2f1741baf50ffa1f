import { useState } from 'react'
import { useForm, type DefaultValues, type FieldErrors, type FieldValues } from 'react-hook-form'

interface Ways<Form extends FieldValues, Input, Plan, Problem> {
  blank: DefaultValues<Form>
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
  const { control, handleSubmit } = useForm<Form>({
    defaultValues: ways.blank,
    resolver: (form) => {
      const errors = ways.errors(form)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
    },
  })
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
  const submit = () => attempt(async () => setProblems(planned ? await ways.apply(planned.input) : []))
  return {
    control,
    plan: planned?.plan,
    problems,
    failed,
    busy,
    compute,
    submit,
    /** Something was changed: the figures hold no longer. */
    changed: () => setPlanned(undefined),
  }
}
