import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from '../../graphql/errors.ts'

/** Who works on declarations: a head may do both steps' work, but never both steps of one declaration. */
export const reviewingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
export const staffRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

/** A member of staff with one of these roles, whatever the schema already asked. */
export function requireStaff(viewer: Viewer | undefined, roles: readonly StaffRole[] = staffRoles): Viewer {
  if (!viewer) throw unauthenticated()
  const may = viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => roles.includes(role))
  if (!may) throw forbidden()
  return viewer
}

/** The role somebody acts in, for the trail: the most senior of those that allow it. */
export function actingRole(viewer: Viewer, roles: readonly StaffRole[]): StaffRole | undefined {
  return roles.toReversed().find((role) => viewer.roles.includes(role))
}

/** An id of another shape is answered as one that does not exist, not as a fault of the database. */
export function requireUuid(id: string, what: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound(what)
  return id
}
