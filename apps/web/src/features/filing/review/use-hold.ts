import { useEffect, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { HoldReviewDocument, LeaveReviewDocument } from './review.generated.ts'
import type { HoldReviewMutation } from './review.generated.ts'

const everyMs = 60_000

/** Says that this page is open while it is, and gives who else has the declaration open. */
export function useHold(id: string, active: boolean): HoldReviewMutation['holdReview'] | undefined {
  const [hold, setHold] = useState<HoldReviewMutation['holdReview']>()
  const [take] = useMutation(HoldReviewDocument, { fetchPolicy: 'no-cache' })
  const [leave] = useMutation(LeaveReviewDocument, { fetchPolicy: 'no-cache' })
  useEffect(() => {
    if (!active) return
    let gone = false
    const say = async () => {
      try {
        const { data } = await take({ variables: { id } })
        if (data && !gone) setHold(data.holdReview)
      } catch {
        // Only a courtesy to colleagues: without a connection the review itself says so.
      }
    }
    void say()
    const timer = window.setInterval(() => void say(), everyMs)
    return () => {
      gone = true
      window.clearInterval(timer)
      leave({ variables: { id } }).catch(() => undefined)
    }
  }, [id, active, take, leave])
  return hold
}
