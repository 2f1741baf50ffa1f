import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, unauthenticated } from '../../graphql/errors.ts'

/** Every member of staff may look; auditors only look. */
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
/** Imports files and resolves items. */
export const workingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** The second pair of eyes on a reversal (R765 37). */
export const confirmingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']
/** Closes a day, but nobody closes a day of which they resolved an item themselves [PD]. */
export const closingRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']

/** A member of staff with one of these roles, whatever the schema already asked. */
export function requireRole(viewer: Viewer | undefined, roles: readonly StaffRole[]): Viewer {
  if (!viewer) throw unauthenticated()
  const may = viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => roles.includes(role))
  if (!may) throw forbidden()
  return viewer
}

/** The role somebody acts in, for the trail: the most senior of those that allow it. */
export function actingRole(viewer: Viewer, roles: readonly StaffRole[]): StaffRole | undefined {
  return roles.toReversed().find((role) => viewer.roles.includes(role))
}
