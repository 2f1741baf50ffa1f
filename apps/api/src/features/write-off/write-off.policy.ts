import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from '../../graphql/errors.ts'

/** An officer asks for it; a head who did not ask decides (R765 37). */
export const requestingRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']
export const decidingRoles: readonly StaffRole[] = ['HEAD']
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

export function requireStaff(viewer: Viewer | undefined, roles: readonly StaffRole[]): Viewer {
  if (!viewer) throw unauthenticated()
  const may = viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => roles.includes(role))
  if (!may) throw forbidden()
  return viewer
}

export function requireUuid(id: string, what: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound(what)
  return id
}
