import { useApolloClient } from '@apollo/client/react'
import { explainNotices, findPart, noticeFigure, type Explanation, type PartSelector } from '@shebao/premium'
import { ExplainNoticeDocument, ExplainPremiumDocument } from './derivations.generated.ts'

/** Asks for a derivation when someone opens an amount, and hands out the part that explains just that amount. */
export type LoadDerivation = () => Promise<Explanation>

function partOf(
  explanation: unknown,
  selector: PartSelector | undefined,
  find: (whole: Explanation, selector: PartSelector) => Explanation | undefined,
): Explanation {
  const whole = explanation as Explanation
  return selector === undefined ? whole : (find(whole, selector) ?? whole)
}

/** Why one person's month costs what it costs, or one figure of it. Figures of one month share one answer of the server. */
export function useDerivePremium(): (premiumPaymentId: string, part?: PartSelector) => LoadDerivation {
  const client = useApolloClient()
  return (id, part) => async () => {
    const { data } = await client.query({ query: ExplainPremiumDocument, variables: { id } })
    if (!data) throw new Error('no derivation')
    return partOf(data.explainPremium.explanation, part, findPart)
  }
}

/** Why a notice costs what it costs today, or one figure of it. */
export function useDeriveNotice(): (noticeId: string, part?: PartSelector) => LoadDerivation {
  const client = useApolloClient()
  return (id, part) => async () => {
    const { data } = await client.query({ query: ExplainNoticeDocument, variables: { id } })
    if (!data) throw new Error('no derivation')
    return partOf(data.explainNotice, part, noticeFigure)
  }
}

/** A sum over several notices: of what each costs, or of what is outstanding of it. */
export function useDeriveNotices(): (
  notices: readonly { id: string; label: 'AMOUNT_DUE' | 'OUTSTANDING' }[],
) => LoadDerivation {
  const derive = useDeriveNotice()
  return (notices) => async () => {
    const each = await Promise.all(notices.map(({ id, label }) => derive(id, { label })()))
    return explainNotices(each)
  }
}
