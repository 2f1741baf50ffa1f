import type { StaffRole } from '../../../graphql/context.ts'

/** Every member of staff may look; auditors only look. */
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
/** Imports files and resolves items. */
export const workingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** The second pair of eyes on a reversal (R765 37). */
export const confirmingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']
/** Closes a day, but nobody closes a day of which they resolved an item themselves [PD]. */
export const closingRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']
