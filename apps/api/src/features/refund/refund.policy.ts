import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from '../../graphql/errors.ts'

/** Who verifies and who pays out; neither may have taken another step of the same refund (R765 37). */
export const handlingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who approves: somebody who may decide. */
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

/** Its own refund for the employer, any for staff; another employer's behaves as if it did not exist. */
export function requireVisible<Row extends { employerId: string | null }>(
  viewer: Viewer,
  refund: Row | undefined,
): Row {
  const own = viewer.kind === 'STAFF' || (viewer.kind === 'EMPLOYER' && refund?.employerId === viewer.employerId)
  if (!refund || !own || viewer.stage !== 'FULL') throw notFound('refund')
  return refund
}

/** The role somebody acts in, for the trail: the most senior of those that allow it. */
export function actingRole(viewer: Viewer, roles: readonly StaffRole[]): StaffRole | undefined {
  return roles.toReversed().find((role) => viewer.roles.includes(role))
}

export function requireUuid(id: string, what: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound(what)
  return id
}
