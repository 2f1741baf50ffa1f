import { useApolloClient } from '@apollo/client/react'
import {
  explainChange,
  explainNotices,
  findPart,
  noticeFigure,
  type Explanation,
  type PartSelector,
  type ReconciliationParty,
} from '@shebao/premium'
import {
  ExplainBankStatementDocument,
  ExplainBillingRunDocument,
  ExplainCertificateDocument,
  ExplainCreditDocument,
  ExplainListedDocument,
  ExplainNoticeDocument,
  ExplainPaymentDocument,
  ExplainPremiumDocument,
  ExplainReceiptsDocument,
  ExplainReconciledDocument,
  ExplainReconciledSumDocument,
  ExplainRefundDocument,
  ExplainSimulatedBinDocument,
  ExplainSimulatedEmployerDocument,
  ExplainSimulatedShareDocument,
  ExplainSimulationDocument,
  ExplainTreasuryStatementDocument,
} from './derivations.generated.ts'
import type {
  ExplainReconciledSumQueryVariables,
  ExplainSimulatedShareQueryVariables,
} from './derivations.generated.ts'

type StatementSource = Exclude<ReconciliationParty, 'SYSTEM'>

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

/** A sum over several notices: of what each costs today, of what is outstanding of it, or of its premiums. */
export function useDeriveNotices(): (
  notices: readonly { id: string; label: 'AMOUNT_DUE' | 'OUTSTANDING' | 'TOTAL' }[],
) => LoadDerivation {
  const derive = useDeriveNotice()
  return (notices) => async () => {
    const each = await Promise.all(notices.map(({ id, label }) => derive(id, { label })()))
    const [only] = each
    return only !== undefined && each.length === 1 ? only : explainNotices(each)
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

/** What each of the three says of one item: the office by its own books, bank and treasury by a line of a statement. */
export function useDeriveReconciled(): (itemId: string, party: ReconciliationParty) => LoadDerivation {
  const client = useApolloClient()
  const fetchPolicy = 'network-only' as const
  return (itemId, party) => async () => {
    const variables = { itemId }
    if (party === 'SYSTEM') {
      const { data } = await client.query({ query: ExplainReconciledDocument, variables, fetchPolicy })
      return asked(data?.reconciliationItem.systemDerivation)
    }
    const { data } = await client.query({ query: ExplainListedDocument, variables, fetchPolicy })
    const item = data?.reconciliationItem
    return asked(party === 'BANK' ? item?.bankDerivation : item?.treasuryDerivation)
  }
}

/** The sums of a day of the office's account. They follow every file and payment, so nothing of them is kept. */
export function useDeriveDay(day: string) {
  const client = useApolloClient()
  const fetchPolicy = 'no-cache' as const
  return {
    /** Payments by the office's own books, whether compared or not. */
    receipts: async () => {
      const { data } = await client.query({ query: ExplainReceiptsDocument, variables: { day }, fetchPolicy })
      return asked(data?.reconciliationDay?.systemDerivation)
    },
    /** What one party has of the items, of one outcome or of all. */
    sum: (of: Omit<ExplainReconciledSumQueryVariables, 'day'>) => async () => {
      const variables = { day, ...of }
      const { data } = await client.query({ query: ExplainReconciledSumDocument, variables, fetchPolicy })
      return asked(data?.reconciliationDay?.derivation)
    },
    /** What a file comes to, or the balance it closes with. */
    statement: (source: StatementSource, closing: boolean) => async () => {
      const variables = { day, closing }
      const file =
        source === 'BANK'
          ? (await client.query({ query: ExplainBankStatementDocument, variables, fetchPolicy })).data
              ?.reconciliationDay?.bankStatement
          : (await client.query({ query: ExplainTreasuryStatementDocument, variables, fetchPolicy })).data
              ?.reconciliationDay?.treasuryStatement
      return asked(closing ? file?.closingDerivation : file?.derivation)
    },
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
