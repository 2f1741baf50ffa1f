import { useMutation } from '@apollo/client/react'
import { useCallback, useEffect } from 'react'
import { RefreshPaymentDocument } from './bill.generated.ts'

const everyMs = 3_000

/** Asks how the payment stands for as long as the page is in sight; the answer updates the notice in the cache. */
export function useWaiting(paymentId: string) {
  const [refresh, { loading }] = useMutation(RefreshPaymentDocument)
  const check = useCallback(() => {
    refresh({ variables: { paymentId } }).catch(() => undefined) // the next round asks again
  }, [refresh, paymentId])
  useEffect(() => {
    check()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') check()
    }, everyMs)
    return () => clearInterval(timer)
  }, [check])
  return { check, checking: loading }
}
