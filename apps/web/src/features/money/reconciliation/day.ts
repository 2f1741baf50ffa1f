import type { ReconciliationDayQuery } from './reconciliation.generated.ts'

/** A day as its page reads it. */
export type Day = NonNullable<ReconciliationDayQuery['reconciliationDay']>
