import { useEffect, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { ElectronicCardCodeDocument, type ElectronicCardCodeQuery } from './electronic-card.generated.ts'

export type ShownCode =
  | { kind: 'MAKING' | 'GONE' | 'NOT_IN_USE' }
  | { kind: 'CODE'; qrSvg: NonNullable<ElectronicCardCodeQuery['electronicCardCode']>['qrSvg'] }

const triesAgainAfter = 5_000

/** A fresh code while somebody looks at the page; none is kept, so what stands there is never an old one. */
export function useCardCode(cardId: string): ShownCode {
  const client = useClient()
  const [code, setCode] = useState<ShownCode>({ kind: 'MAKING' })
  useEffect(() => {
    let timer: number | undefined
    let round = 0
    const renew = async () => {
      window.clearTimeout(timer)
      round += 1
      const mine = round
      if (document.visibilityState === 'hidden') return setCode({ kind: 'MAKING' })
      const answer = await client
        .query({ query: ElectronicCardCodeDocument, variables: { cardId }, fetchPolicy: 'no-cache' })
        .catch(() => undefined)
      if (mine !== round) return
      const made = answer?.data?.electronicCardCode
      setCode(!answer?.data ? { kind: 'GONE' } : made ? { kind: 'CODE', qrSvg: made.qrSvg } : { kind: 'NOT_IN_USE' })
      if (made !== null) timer = window.setTimeout(again, made ? made.renewSeconds * 1_000 : triesAgainAfter)
    }
    const again = () => void renew()
    const lost = () => setCode({ kind: 'GONE' })
    again()
    document.addEventListener('visibilitychange', again)
    window.addEventListener('online', again)
    window.addEventListener('offline', lost)
    return () => {
      round = -1
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('online', again)
      window.removeEventListener('offline', lost)
    }
  }, [client, cardId])
  return code
}
