import { staffRoles } from '../../../access/viewer.ts'

/** What may stand in accounts, memberships and sessions; the database holds nothing else. */
export const membershipRoles = ['CLERK', ...staffRoles, 'OPERATOR'] as const
export const membershipScopes = ['EMPLOYER', 'OFFICE', 'PARTNER'] as const
export const authenticatorKinds = ['TOTP', 'PASSKEY'] as const
export const verificationKinds = ['IMAGE', 'PROOF_OF_WORK'] as const
/** How a person gets the letter with the one-time code. */
export const codeDeliveries = ['WINDOW', 'POST'] as const
export type CodeDelivery = (typeof codeDeliveries)[number]
