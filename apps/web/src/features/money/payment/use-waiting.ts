import { useCallback, useEffect, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { RefreshPaymentDocument } from './payment.generated.ts'

const everyMs = 3_000

/** Asks how the payment stands for as long as the page is in sight; the answer updates the notice in the cache. */
export function useWaiting(paymentId: string) {
  const [refresh] = useMutation(RefreshPaymentDocument)
  const [asked, setAsked] = useState(false)
  const check = useCallback(
    () => refresh({ variables: { paymentId } }).catch(() => undefined), // the next round asks again
    [refresh, paymentId],
  )
  useEffect(() => {
    void check()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void check()
    }, everyMs)
    return () => clearInterval(timer)
  }, [check])
  const checkNow = () => {
    setAsked(true)
    void check().finally(() => setAsked(false))
  }
  // The rounds are silent; only a press shows that it is being answered.
  return { check: checkNow, checking: asked }
}
