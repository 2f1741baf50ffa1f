import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from '../../graphql/errors.ts'

/** Who compares a request with its evidence, and who may refuse one. */
export const checkingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who approves: somebody who may decide, and who did not check it (R765 37). */
export const approvingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

export function requireStaff(viewer: Viewer | undefined, roles: readonly StaffRole[]): Viewer {
  if (!viewer) throw unauthenticated()
  const may = viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => roles.includes(role))
  if (!may) throw forbidden()
  return viewer
}

export function requireEmployer(viewer: Viewer | undefined): Viewer & { employerId: string } {
  if (!viewer) throw unauthenticated()
  const { employerId } = viewer
  if (viewer.kind !== 'EMPLOYER' || viewer.stage !== 'FULL' || !employerId) throw forbidden()
  return { ...viewer, employerId }
}

/** Its own request for the employer, any for staff; another employer's behaves as if it did not exist. */
export function requireVisible<Row extends { employerId: string }>(viewer: Viewer, row: Row | undefined): Row {
  const own =
    (viewer.kind === 'STAFF' && viewer.roles.some((role) => readingRoles.includes(role))) ||
    (viewer.kind === 'EMPLOYER' && row?.employerId === viewer.employerId)
  if (!row || !own || viewer.stage !== 'FULL') throw notFound('back payment')
  return row
}

/** The role somebody acts in, for the trail: the most senior of those that allow it. */
export function actingRole(viewer: Viewer, roles: readonly StaffRole[]): StaffRole | undefined {
  return roles.toReversed().find((role) => viewer.roles.includes(role))
}

export function requireUuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound('back payment')
  return id
}
