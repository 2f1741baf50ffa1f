import type { StaffRole, Viewer } from '../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from './refusal.ts'
import { isUuid } from '../graphql/scalars.ts'

// Asked again where the work is done, whatever the schema let through: a service has more than one way in.

/** A member of staff with one of these roles. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requireStaff(viewer: Viewer | undefined, roles: readonly StaffRole[]): Viewer {
  if (!viewer) throw unauthenticated()
  const may = viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => roles.includes(role))
  if (!may) throw forbidden()
  return viewer
}

/** A clerk of an employer. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requireEmployer(viewer: Viewer | undefined): Viewer & { employerId: string } {
  if (!viewer) throw unauthenticated()
  const { employerId } = viewer
  if (viewer.kind !== 'EMPLOYER' || viewer.stage !== 'FULL' || !employerId) throw forbidden()
  return { ...viewer, employerId }
}

/** The role somebody acts in, for the trail: the most senior of those that allow it. */
export function actingRole(viewer: Viewer, roles: readonly StaffRole[]): StaffRole | undefined {
  return roles.toReversed().find((role) => viewer.roles.includes(role))
}

/** An id of another shape is answered as one that does not exist, not as a fault of the database. */
export function requireUuid(id: string, what: string): string {
  if (!isUuid(id)) throw notFound(what)
  return id
}
