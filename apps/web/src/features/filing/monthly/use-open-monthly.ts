import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { MonthlyListDocument, OpenMonthlyDocument, type OpenMonthlyMutation } from './monthly.generated.ts'
import { isForbidden } from './use-monthly-window.ts'

type Refusal = Extract<OpenMonthlyMutation['openMonthlyDeclaration'], { __typename: 'MonthlyNotOpened' }>['reason']

export interface NotOpened {
  reason: Refusal | 'FAILED' | 'FORBIDDEN'
  period: string
  open: string
}

/** Opens the declaration of a month and goes there; pressed twice it is one. What stands in the way comes back. */
export function useOpenMonthly() {
  const navigate = useNavigate()
  const [open] = useMutation(OpenMonthlyDocument, { refetchQueries: [MonthlyListDocument] })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<NotOpened>()
  const underway = useRef(false)
  const start = async (period: string, filing: 'REGULAR' | 'SUPPLEMENTARY' | 'REVISED') => {
    if (underway.current) return
    underway.current = true
    setBusy(true)
    setRefused(undefined)
    try {
      const { data } = await open({ variables: { period, filing } })
      const outcome = data?.openMonthlyDeclaration
      if (outcome?.__typename === 'MonthlyOpened') await navigate(`/employer/monthly/${outcome.declaration.id}`)
      else setRefused({ reason: outcome?.reason ?? 'FAILED', period, open: outcome?.open ?? period })
    } catch (error) {
      setRefused({ reason: isForbidden(error) ? 'FORBIDDEN' : 'FAILED', period, open: period })
    } finally {
      underway.current = false
      setBusy(false)
    }
  }
  return { start, busy, refused }
}
