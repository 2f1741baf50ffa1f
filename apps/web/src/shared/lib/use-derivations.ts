import { useApolloClient } from '@apollo/client/react'
import { explainNotices, findPart, noticeFigure, type Explanation, type PartSelector } from '@shebao/premium'
import {
  ExplainBillingRunDocument,
  ExplainCertificateDocument,
  ExplainCreditDocument,
  ExplainNoticeDocument,
  ExplainPaymentDocument,
  ExplainPremiumDocument,
  ExplainReconciledDocument,
  ExplainRefundDocument,
} from './derivations.generated.ts'

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

/** What a payment settled, or what it was asked for. It changes when the money comes, so it is asked for anew. */
export function useDerivePayment(): (paymentId: string) => LoadDerivation {
  const client = useApolloClient()
  return (id) => async () => {
    const { data } = await client.query({
      query: ExplainPaymentDocument,
      variables: { id },
      fetchPolicy: 'network-only',
    })
    return asked(data?.payment.derivation)
  }
}

/** What brought the employer's credit and what used it. */
export function useDeriveCredit(): LoadDerivation {
  const client = useApolloClient()
  return async () => {
    const { data } = await client.query({ query: ExplainCreditDocument, fetchPolicy: 'network-only' })
    return asked(data?.employer.balance.creditDerivation)
  }
}

/** What a certificate of these months says was paid, or is owed. */
export function useDeriveCertificate(): (
  months: { from: string; to: string },
  figure: 'paidDerivation' | 'owedDerivation',
) => LoadDerivation {
  const client = useApolloClient()
  return (months, figure) => async () => {
    const { data } = await client.query({
      query: ExplainCertificateDocument,
      variables: months,
      fetchPolicy: 'network-only',
    })
    return asked(data?.certificateOutlook[figure])
  }
}

export function useDeriveRefund(): (refundId: string) => LoadDerivation {
  const client = useApolloClient()
  return (id) => async () => {
    const { data } = await client.query({ query: ExplainRefundDocument, variables: { id } })
    return asked(data?.refund.derivation)
  }
}

/** What the office's own books say of a payment that is compared with the bank's. */
export function useDeriveReconciled(): (itemId: string) => LoadDerivation {
  const client = useApolloClient()
  return (itemId) => async () => {
    const { data } = await client.query({
      query: ExplainReconciledDocument,
      variables: { itemId },
      fetchPolicy: 'network-only',
    })
    return asked(data?.reconciliationItem.systemDerivation)
  }
}

/** The notices of a run by insurance and side; grows while the run goes on. */
export function useDeriveRun(): (runId: string) => LoadDerivation {
  const client = useApolloClient()
  return (id) => async () => {
    const { data } = await client.query({
      query: ExplainBillingRunDocument,
      variables: { id },
      fetchPolicy: 'network-only',
    })
    return asked(data?.billingRun.derivation)
  }
}

function asked(derivation: unknown): Explanation {
  if (!derivation) throw new Error('no derivation')
  return derivation as Explanation
}
