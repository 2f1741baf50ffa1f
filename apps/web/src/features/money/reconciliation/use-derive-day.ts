import type { ReconciliationParty } from '@shebao/premium'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import type { Day } from './day.ts'

type Outcome = Day['totals'][number]['outcome']

/** The sums of a day of the office's account. They follow every file and payment, so nothing of them is kept. */
export function useDeriveDay(day: string) {
  const derive = useDerivation()
  return {
    /** Payments by the office's own books, whether compared or not. */
    receipts: derive({ receipts: day }, 'ANEW'),
    /** What one party has of the items, of one outcome or of all. */
    sum: (of: { party: ReconciliationParty; outcome: Outcome | null }) =>
      derive({ reconciliationDay: { day, ...of } }, 'ANEW'),
    /** What a file comes to, or the balance it closes with. */
    statement: (source: Exclude<ReconciliationParty, 'SYSTEM'>, closing: boolean) =>
      derive({ statement: { day, source, figure: closing ? 'CLOSING' : 'SUM' } }, 'ANEW'),
  }
}
