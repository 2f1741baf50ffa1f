import { useState } from 'react'
import { missingCalendarYear } from '../../../shared/lib/missing-calendar.ts'
import type { Step } from './confirm-step.tsx'
import type { ReviewStep } from './step-buttons.ts'
import { useNextCase } from './use-next-case.ts'
import type { Notes } from './use-notes.ts'
import { useSteps, type Refused } from './use-steps.ts'

interface StepsOf {
  review: { id: string; version: number; mark: string; employerName: string }
  notes: Notes
  /** The notes went with the declaration. */
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** Takes a step, asks first where it needs a second thought, and goes on to the next declaration after a decision. */
export function useReviewSteps({ review, notes, onSent, onChanged }: StepsOf) {
  const run = useSteps(review, notes)
  const goOn = useNextCase(review.id, 'ANNUAL_INSPECTION')
  const [asked, setAsked] = useState<Step>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const perform = async (step: ReviewStep) => {
    setBusy(true)
    try {
      const code = await run(step)
      setAsked(undefined)
      if (code) return setRefused(code)
      setRefused(undefined)
      if (step === 'START' || step === 'CLOSE') return await onChanged()
      if (step === 'RETURN') onSent()
      await goOn({ step, name: review.employerName })
    } catch (error) {
      setAsked(undefined)
      setRefused(missingCalendarYear(error) === undefined ? 'OTHER' : 'CALENDAR_MISSING')
    } finally {
      setBusy(false)
    }
  }
  /** Beginning and closing are done at once; a decision is asked about. */
  const press = (step: ReviewStep) => (step === 'START' || step === 'CLOSE' ? void perform(step) : setAsked(step))
  /** How it stands now, with the notes that were written. */
  const showNow = () => onChanged().then(() => setRefused(undefined))
  return { asked, busy, refused, showNow, press, perform, cancel: () => setAsked(undefined) }
}
