import type { StaffRole } from '../../../graphql/context.ts'

/** An officer asks for it; a head who did not ask decides (R765 37). */
export const requestingRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']
export const decidingRoles: readonly StaffRole[] = ['HEAD']
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
