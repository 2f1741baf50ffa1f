import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorkTrail, workFilter, workHome } from '../../../shared/case/work-trail.ts'
import type { WorkTrail } from '../../../shared/case/work-trail.ts'
import { missingCalendarYear } from '../../../shared/lib/missing-calendar.ts'
import type { Step } from './confirm-step.tsx'
import type { Done } from '../../../shared/case/done-notice.tsx'
import { NextInQueueDocument, NextWorkDocument, ReviewCountsDocument } from './queue.generated.ts'
import type { ReviewStep } from './step-buttons.ts'
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
  const goOn = useNextCase(review.id)
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

/**
 * After a decision the next declaration of the list that the review was opened from, with its filter; from elsewhere the next declaration
 * that nobody else has open. The list when there is none.
 */
function useNextCase(id: string): (done: Done) => Promise<void> {
  const client = useApolloClient()
  const navigate = useNavigate()
  const trail = useWorkTrail()
  const nextOfTrail = async ({ work }: WorkTrail) => {
    const { standing, owner, sort } = workFilter(work)
    const variables = { standing, owner, sort }
    const { data } = await client.query({ query: NextWorkDocument, variables, fetchPolicy: 'network-only' })
    const next = data?.work.edges.find(({ node }) => node.caseId !== id && (node.mine || node.ownerName === null))
    return next ? `/staff/declarations/${next.node.caseId}` : `${workHome}${work}`
  }
  const nextInQueue = async () => {
    const { data } = await client.query({ query: NextInQueueDocument, fetchPolicy: 'network-only' })
    const next = data?.reviewQueue.edges.find(
      ({ node }) => node.id !== id && node.state !== 'RETURNED' && !node.heldByOther,
    )
    return next ? `/staff/declarations/${next.node.id}` : '/staff/declarations'
  }
  return async (done) => {
    void client.refetchQueries({ include: [ReviewCountsDocument] })
    await navigate(trail ? await nextOfTrail(trail) : await nextInQueue(), { state: { ...trail, done } })
  }
}
