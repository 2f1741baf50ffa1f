import type { StaffRole, Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'

/** Who verifies and who pays out; neither may have taken another step of the same refund (R765 37). */
export const handlingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who approves: somebody who may decide. */
export const approvingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

/** Its own refund for the employer, any for staff; another employer's behaves as if it did not exist. */
export function requireVisible<Row extends { employerId: string | null }>(
  viewer: Viewer,
  refund: Row | undefined,
): Row {
  const own = viewer.kind === 'STAFF' || (viewer.kind === 'EMPLOYER' && refund?.employerId === viewer.employerId)
  if (!refund || !own || viewer.stage !== 'FULL') throw notFound('refund')
  return refund
}
