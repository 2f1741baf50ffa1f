import type { StaffRole } from '../../../graphql/context.ts'

/** Who works on declarations: a head may do both steps' work, but never both steps of one declaration. */
export const reviewingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
export const staffRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
