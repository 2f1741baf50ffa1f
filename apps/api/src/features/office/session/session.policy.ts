import type { StaffRole, Viewer } from '../../../graphql/context.ts'
import { forbidden } from '../../../access/refusal.ts'

/**
 * Who may do what with a session. `authScopes` on each root field decide who may call at all: `session` for what a session that
 * must first change its password may do (see itself, choose the password, leave), `signedIn` for everything else.
 */

/** The initial password was typed a moment ago to get here; every other change asks for the current one again. */
export function needsCurrentPassword(viewer: Viewer): boolean {
  return viewer.stage === 'FULL'
}

/** Only the window, after seeing the ID, asks for a card password to be unlocked (domain specification, section 8). */
export const windowRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']
/** Resetting it takes four eyes (section 9); the second pair belongs to somebody who may decide. */
export const confirmingRoles: readonly StaffRole[] = ['REVIEWER', 'HEAD']

export const requireWindowStaff = (viewer: Viewer): void => requireStaff(viewer, windowRoles)
export const requireSecondPerson = (viewer: Viewer): void => requireStaff(viewer, confirmingRoles)

function requireStaff({ kind, stage, roles }: Viewer, allowed: readonly StaffRole[]): void {
  if (kind !== 'STAFF' || stage !== 'FULL' || !roles.some((role) => allowed.includes(role))) throw forbidden()
}
