import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden, notFound, unauthenticated } from '../../graphql/errors.ts'

/** Every member of staff reads parameters and proposals, auditors too; nobody else. */
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
/** Who writes, simulates and withdraws proposals. */
export const editingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who publishes, and then only what they have written nothing of (R765 37). */
export const publishingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']

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

/** An id of another shape is answered as one that does not exist, not as a fault of the database. */
export function requireProposalId(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound('proposal')
  return id
}

/** Whoever wrote in a proposal may not publish it. */
export function mayPublish(viewer: Viewer, proposal: { readonly editors: readonly string[] }): boolean {
  return viewer.roles.some((role) => publishingRoles.includes(role)) && !proposal.editors.includes(viewer.accountId)
}
