import type { StaffRole } from '../../../graphql/context.ts'

/** Who may start, pause and resume runs: a month's bills leave the office with them. Whoever reviews may look. */
export const runningRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']
export const watchingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
