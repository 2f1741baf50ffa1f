import type { Viewer } from '../../graphql/context.ts'
import { forbidden } from '../../graphql/errors.ts'

/**
 * Who may do what with a session. `authScopes` on each root field decide who may call at all: `session` for what a session that
 * must first change its password may do (see itself, choose the password, leave), `signedIn` for everything else.
 */

/** The initial password was typed a moment ago to get here; every other change asks for the current one again. */
export function needsCurrentPassword(viewer: Viewer): boolean {
  return viewer.stage === 'FULL'
}

/** Only the window, after seeing the ID, unlocks a card password (domain specification, section 8). */
export function requireWindowStaff(viewer: Viewer): void {
  if (viewer.kind !== 'STAFF' || viewer.stage !== 'FULL' || !viewer.roles.some((role) => role === 'OFFICER' || role === 'HEAD')) throw forbidden()
}
