import type { StaffRole, Viewer } from '../../../graphql/context.ts'

/** Every member of staff reads parameters and proposals, auditors too; nobody else. */
export const readingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
/** Who writes, simulates and withdraws proposals. */
export const editingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Who publishes, and then only what they have written nothing of (R765 37). */
export const publishingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']

/** Whoever wrote in a proposal may not publish it. */
export function mayPublish(viewer: Viewer, proposal: { readonly editors: readonly string[] }): boolean {
  return viewer.roles.some((role) => publishingRoles.includes(role)) && !proposal.editors.includes(viewer.accountId)
}
