import type { StaffRole, Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'

/** Who compares a request with its evidence, and who may refuse one. */
export const checkingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who approves: somebody who may decide, and who did not check it (R765 37). */
export const approvingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

/** Its own request for the employer, any for staff; another employer's behaves as if it did not exist. */
export function requireVisible<Row extends { employerId: string }>(viewer: Viewer, row: Row | undefined): Row {
  const own =
    (viewer.kind === 'STAFF' && viewer.roles.some((role) => readingRoles.includes(role))) ||
    (viewer.kind === 'EMPLOYER' && row?.employerId === viewer.employerId)
  if (!row || !own || viewer.stage !== 'FULL') throw notFound('back payment')
  return row
}
