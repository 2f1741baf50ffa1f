import type { ClaimSuggestionsQuery } from './reconciliation.generated.ts'

/** An employer whose money it may be, and how it compares with who paid. */
export type ClaimCandidate = ClaimSuggestionsQuery['reconciliationItem']['suggestions'][number]
