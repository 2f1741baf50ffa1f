import type { Step } from './confirm-step.tsx'

export type ReviewStep = Step | 'START' | 'CLOSE'

interface ReviewOfButtons {
  actions: readonly string[]
  secondPersonNeeded: boolean
  recommendedBy: { id: string } | null
}

/** What can be done with the declaration now, in the order of the buttons; the one main button stands out. */
export function stepButtons(review: ReviewOfButtons, noteCount: number): StepButton[] {
  const may = (action: string) => review.actions.includes(action)
  // Whoever wrote notes means to send it back.
  const noted = noteCount > 0
  const mayAccept = may('APPROVE') && !review.secondPersonNeeded
  const offered: (StepButton | false)[] = [
    may('START_REVIEW') && { step: 'START', main: true, disabled: false },
    may('RETURN') && { step: 'RETURN', main: noted, disabled: !noted },
    may('RETURN') && !review.recommendedBy && { step: 'RECOMMEND', main: !mayAccept && !noted, disabled: false },
    mayAccept && { step: 'ACCEPT', main: !noted, disabled: false },
    may('CLOSE') && { step: 'CLOSE', main: true, disabled: false },
  ]
  return offered.filter((button) => button !== false)
}

export interface StepButton {
  step: ReviewStep
  main: boolean
  disabled: boolean
}
