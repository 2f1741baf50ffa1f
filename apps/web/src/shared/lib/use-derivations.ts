import { useApolloClient } from '@apollo/client/react'
import {
  explainChange,
  explainNotices,
  findPart,
  noticeFigure,
  type Explanation,
  type PartSelector,
} from '@shebao/premium'
import {
  ExplainBillingRunDocument,
  ExplainCreditDocument,
  ExplainNoticeDocument,
  ExplainPaymentsDocument,
  ExplainPremiumDocument,
  ExplainReconciledDocument,
  ExplainRefundDocument,
  ExplainSimulatedBinDocument,
  ExplainSimulatedEmployerDocument,
  ExplainSimulatedShareDocument,
  ExplainSimulationDocument,
} from './derivations.generated.ts'
import type { ExplainSimulatedShareQueryVariables } from './derivations.generated.ts'

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
export function useDerivePayment(): (noticeId: string, paymentId: string) => LoadDerivation {
  const client = useApolloClient()
  return (noticeId, paymentId) => async () => {
    const { data } = await client.query({
      query: ExplainPaymentsDocument,
      variables: { noticeId },
      fetchPolicy: 'network-only',
    })
    return asked(data?.paymentNotice.payments.find(({ id }) => id === paymentId)?.derivation)
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

/** Before, after, or what lies between. */
export type SimulatedFigure = 'before' | 'after' | 'change'

/**
 * The figures of a proposal's simulation, each asked for by itself. Nothing of them is kept: a simulation has no id of its own,
 * and the next one takes its place.
 */
export function useDeriveSimulation(id: string) {
  const client = useApolloClient()
  const fetchPolicy = 'no-cache' as const
  return {
    total: (figure: SimulatedFigure) => async () => {
      const { data } = await client.query({ query: ExplainSimulationDocument, variables: { id }, fetchPolicy })
      return figureOf(data?.policyProposal.simulation, figure)
    },
    share: (of: Omit<ExplainSimulatedShareQueryVariables, 'id'>, figure: SimulatedFigure) => async () => {
      const variables = { id, ...of }
      const { data } = await client.query({ query: ExplainSimulatedShareDocument, variables, fetchPolicy })
      return figureOf(data?.policyProposal.simulation?.shares[0], figure)
    },
    employer: (employerId: string, figure: SimulatedFigure) => async () => {
      const variables = { id, employerId }
      const { data } = await client.query({ query: ExplainSimulatedEmployerDocument, variables, fetchPolicy })
      return figureOf(data?.policyProposal.simulation?.employers[0], figure)
    },
    bin: (place: number) => async () => {
      const variables = { id, place }
      const { data } = await client.query({ query: ExplainSimulatedBinDocument, variables, fetchPolicy })
      return asked(data?.policyProposal.simulation?.bins[0]?.explanation)
    },
  }
}

function figureOf(
  both: { explanationBefore?: unknown; explanationAfter?: unknown } | null | undefined,
  figure: SimulatedFigure,
): Explanation {
  const [before, after] = [asked(both?.explanationBefore), asked(both?.explanationAfter)]
  return figure === 'change' ? explainChange(after, before) : figure === 'before' ? before : after
}

function asked(derivation: unknown): Explanation {
  if (!derivation) throw new Error('no derivation')
  return derivation as Explanation
}
