import { useState } from 'react'
import { useMutation } from '../../../../shared/data/hooks.tsx'
import { missingCalendarYear } from '../../../../shared/lib/missing-calendar.ts'
import type { Step } from '../confirm-step.tsx'
import type { ReviewStep } from '../step-buttons.ts'
import { useNextCase } from '../use-next-case.ts'
import type { Notes } from '../use-notes.ts'
import type { Refused } from '../use-steps.ts'
import type { MonthlyReview } from './monthly-review.ts'
import {
  AcceptMonthlyDocument,
  RecommendMonthlyDocument,
  ReturnMonthlyDocument,
  StartMonthlyReviewDocument,
} from './monthly-review.generated.ts'
import type { AcceptMonthlyMutation } from './monthly-review.generated.ts'

interface StepsOf {
  review: MonthlyReview
  notes: Notes
  /** The notes went with the declaration. */
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** Takes a step on what is on the screen, asks first where it needs a second thought, and goes on to the next one after a decision. */
export function useMonthlySteps({ review, notes, onSent, onChanged }: StepsOf) {
  const run = useRun(review, notes)
  const goOn = useNextCase(review.id, 'MONTHLY')
  const [asked, setAsked] = useState<Step>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const perform = async (step: ReviewStep) => {
    setBusy(true)
    try {
      const code = await run(step)
      setAsked(undefined)
      setRefused(code)
      // What stands against it is shown by row once it is read anew.
      if (code === 'ACTIVE_ELSEWHERE' || code === 'REGISTER_CHANGED') await onChanged()
      if (code) return
      if (step === 'START') return void (await onChanged())
      if (step === 'RETURN') onSent()
      if (step !== 'CLOSE') await goOn({ step, name: review.unit.unitName })
    } catch (error) {
      setAsked(undefined)
      setRefused(missingCalendarYear(error) === undefined ? 'OTHER' : 'CALENDAR_MISSING')
    } finally {
      setBusy(false)
    }
  }
  const press = (step: ReviewStep) => (step === 'START' || step === 'CLOSE' ? void perform(step) : setAsked(step))
  const showNow = () => onChanged().then(() => setRefused(undefined))
  return { asked, busy, refused, showNow, press, perform, cancel: () => setAsked(undefined) }
}

function useRun({ id, version, mark: decidedOn }: MonthlyReview, notes: Notes) {
  const [start] = useMutation(StartMonthlyReviewDocument)
  const [recommend] = useMutation(RecommendMonthlyDocument)
  const [sendBack] = useMutation(ReturnMonthlyDocument)
  const [accept] = useMutation(AcceptMonthlyDocument)
  const input = { declarationId: id, version, decidedOn }
  return async (step: ReviewStep): Promise<Refused | undefined> => {
    switch (step) {
      case 'START':
        return refusalOf((await start({ variables: { input } })).data?.startMonthlyReview)
      case 'RECOMMEND':
        return refusalOf((await recommend({ variables: { input } })).data?.recommendMonthlyDeclaration)
      case 'RETURN': {
        const said = Object.entries(notes).map(([path, text]) => ({ path, text }))
        return refusalOf((await sendBack({ variables: { input, notes: said } })).data?.returnMonthlyDeclaration)
      }
      case 'ACCEPT':
        return refusalOf((await accept({ variables: { input } })).data?.acceptMonthlyDeclaration)
      case 'CLOSE':
        return undefined
    }
  }
}

function refusalOf(outcome: AcceptMonthlyMutation['acceptMonthlyDeclaration'] | undefined): Refused | undefined {
  if (outcome === undefined) return 'OTHER'
  if (outcome.__typename === 'StaleDecision') return outcome
  return outcome.__typename === 'MonthlyStepRefused' ? outcome.code : undefined
}
