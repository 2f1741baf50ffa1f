import { ANNUAL_STATES, monthlyLifecycle } from '@shebao/declaration-rules'

export const declarationKinds = ['ANNUAL_INSPECTION', 'MONTHLY'] as const
export type DeclarationKind = (typeof declarationKinds)[number]

/** Of a month: the one that is due, what was forgotten in it (补报), and what was wrong in it (更正). */
export const filings = ['REGULAR', 'SUPPLEMENTARY', 'REVISED'] as const
export type Filing = (typeof filings)[number]

/** The states of all kinds; which kind stands in which is said by its lifecycle and held by the database. */
export const declarationStatuses: readonly string[] = [
  ...new Set<string>([...ANNUAL_STATES, ...monthlyLifecycle.states]),
]

/** How a note of the office was settled by the version that followed: what it is about was changed, or it was answered alone. */
export const noteSettlements = ['CHANGED', 'ANSWERED'] as const
export type NoteSettlement = (typeof noteSettlements)[number]

/** Kinds of list of which it is counted what rules they did not satisfy. */
export const checkedKinds = ['ANNUAL_INSPECTION', 'MONTHLY'] as const
export type CheckedKind = (typeof checkedKinds)[number]
