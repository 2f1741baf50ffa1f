import { waiverKinds } from './waiver-codes.ts'

/** Where the office makes an exception for one unit: waived or extended, given up, deferred by agreement, or handed in on paper. */
export const exceptionKinds = [...waiverKinds, 'WRITE_OFF', 'DEFERRAL', 'PAPER_FILING', 'LOCK'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** OVER: its last day has passed, or it was ended. REVOKED: taken back, or an agreement that was breached. */
export const exceptionStates = ['PROPOSED', 'STANDING', 'OVER', 'REFUSED', 'REVOKED'] as const
export type ExceptionState = (typeof exceptionStates)[number]
