import type { Explanation } from '@shebao/premium'
import { useClient } from '../data/hooks.tsx'
import { DerivationDocument } from './derivation.generated.ts'
import type { DerivationSubject } from './derivation.generated.ts'

export type { DerivationSubject } from './derivation.generated.ts'

/** Asks for a derivation when someone opens an amount, and hands out the part that explains just that amount. */
export type LoadDerivation = () => Promise<Explanation>

/** Asks the server. Figures of one subject share one answer, unless they may have changed since they were asked for. */
export type Derive = (subject: DerivationSubject, keep?: 'KEPT' | 'ANEW') => LoadDerivation

export function useDerivation(): Derive {
  const client = useClient()
  return (subject, keep = 'KEPT') =>
    async () => {
      const { data } = await client.query({
        query: DerivationDocument,
        variables: { subject },
        fetchPolicy: keep === 'KEPT' ? 'cache-first' : 'no-cache',
      })
      if (!data?.derivation) throw new Error('no derivation')
      return data.derivation.explanation
    }
}
