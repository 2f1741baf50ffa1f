export const declarationKinds = ['ANNUAL_INSPECTION'] as const

/** How a note of the office was settled by the version that followed: what it is about was changed, or it was answered alone. */
export const noteSettlements = ['CHANGED', 'ANSWERED'] as const
export type NoteSettlement = (typeof noteSettlements)[number]
