import { useState } from 'react'
import type { ReactNode } from 'react'
import type { StaleDecisionFragment } from './stale-decision.generated.ts'
import { StaleNotice } from './stale-notice.tsx'

/** For a decision that is pressed outside a form of steps: whether it was made on what is no longer so, and what then stands there. */
export function useStale(renew: () => Promise<unknown>): {
  isStale: (outcome: { __typename: string } | undefined) => outcome is StaleDecisionFragment
  staleNotice: ReactNode
} {
  const [stale, setStale] = useState<StaleDecisionFragment>()
  return {
    isStale(outcome): outcome is StaleDecisionFragment {
      const found = isStaleDecision(outcome) ? outcome : undefined
      setStale(found)
      return found !== undefined
    },
    staleNotice: stale ? <StaleNotice stale={stale} onShow={() => renew().then(() => setStale(undefined))} /> : null,
  }
}

export const isStaleDecision = (outcome: { __typename: string } | undefined): outcome is StaleDecisionFragment =>
  outcome?.__typename === 'StaleDecision'
