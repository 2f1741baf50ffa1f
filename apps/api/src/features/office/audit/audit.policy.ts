import type { StaffRole } from '../../../graphql/context.ts'

/** Who reads the trail does not write in it: auditors, and the head who answers for the office. */
export const trailReaders: readonly StaffRole[] = ['AUDITOR', 'HEAD']
