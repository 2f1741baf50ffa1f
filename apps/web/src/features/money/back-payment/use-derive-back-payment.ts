import { type Period } from '@shebao/kernel'
import { backPaymentFigure, type Explanation } from '@shebao/premium'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useDerivation, type LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useDeriveNotices } from '../notice/index.ts'
import { ExplainPlannedBackPaymentDocument } from './back-payment.generated.ts'
import type { PlannedBackPaymentQueryVariables } from './back-payment.generated.ts'
import type { BackPaymentFactsFragment } from './request-card.generated.ts'

/** Which amount of a back payment is opened: all of it, or the premiums or late fees of one month or of all. */
export type BackPaymentPart = { figure: 'PREMIUM' | 'LATE_FEE'; period?: string } | undefined

/** What the months of an application would cost, before it is made. */
export function useDerivePlan(): (
  input: PlannedBackPaymentQueryVariables['input'],
) => (part?: BackPaymentPart) => LoadDerivation {
  const client = useClient()
  return (input) => (part) => async () => {
    const { data } = await client.query({ query: ExplainPlannedBackPaymentDocument, variables: { input } })
    const whole = data?.plannedBackPayment.derivation
    if (!whole) throw new Error('no derivation')
    return partOf(whole, part)
  }
}

/** The premiums of a request: of its notices once it is billed, as it was planned before; nothing once it was refused. */
export function useDeriveRequest(): (request: BackPaymentFactsFragment) => LoadDerivation | undefined {
  const derive = useDerivation()
  const deriveNotices = useDeriveNotices()
  return ({ id, state, notices }) => {
    if (state === 'REJECTED') return undefined
    if (state === 'ISSUED') return deriveNotices(notices.map((notice) => ({ id: notice.id, label: 'TOTAL' })))
    return async () => partOf(await derive({ backPayment: id })(), { figure: 'PREMIUM' })
  }
}

function partOf(whole: Explanation, part: BackPaymentPart): Explanation {
  return part === undefined ? whole : (backPaymentFigure(whole, part.figure, part.period as Period) ?? whole)
}
