/** Why a debt may be given up (ACL 40 and a court's ruling). */
export const writeOffGrounds = ['DEBTOR_ENDED', 'DECISION_REVOKED', 'COURT_RULING'] as const
export type WriteOffGround = (typeof writeOffGrounds)[number]

export const writeOffStates = ['REQUESTED', 'CONFIRMED', 'REFUSED'] as const
