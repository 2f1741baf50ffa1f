import { useApolloClient } from '@apollo/client/react'
import { type Period } from '@shebao/kernel'
import { backPaymentFigure, type Explanation } from '@shebao/premium'
import { useDeriveNotices, type LoadDerivation } from '../../../shared/lib/use-derivations.ts'
import { ExplainBackPaymentDocument, ExplainPlannedBackPaymentDocument } from './back-payment.generated.ts'
import type { BackPaymentRowFragment, PlannedBackPaymentQueryVariables } from './back-payment.generated.ts'

/** Which amount of a back payment is opened: all of it, or the premiums or late fees of one month or of all. */
export type BackPaymentPart = { figure: 'PREMIUM' | 'LATE_FEE'; period?: string } | undefined

/** What the months of an application would cost, before it is made. */
export function useDerivePlan(): (
  input: PlannedBackPaymentQueryVariables['input'],
) => (part?: BackPaymentPart) => LoadDerivation {
  const client = useApolloClient()
  return (input) => (part) => async () => {
    const { data } = await client.query({ query: ExplainPlannedBackPaymentDocument, variables: { input } })
    return partOf(data?.plannedBackPayment.derivation, part)
  }
}

/** The premiums of a request: of its notices once it is billed, as it was planned before; nothing once it was refused. */
export function useDeriveRequest(): (request: BackPaymentRowFragment) => LoadDerivation | undefined {
  const client = useApolloClient()
  const deriveNotices = useDeriveNotices()
  return ({ id, state, notices }) => {
    if (state === 'REJECTED') return undefined
    if (state === 'ISSUED') return deriveNotices(notices.map((notice) => ({ id: notice.id, label: 'TOTAL' })))
    return async () => {
      const { data } = await client.query({ query: ExplainBackPaymentDocument, variables: { id } })
      return partOf(data?.backPayment.derivation, { figure: 'PREMIUM' })
    }
  }
}

function partOf(derivation: unknown, part: BackPaymentPart): Explanation {
  if (!derivation) throw new Error('no derivation')
  const whole = derivation as Explanation
  return part === undefined ? whole : (backPaymentFigure(whole, part.figure, part.period as Period) ?? whole)
}
