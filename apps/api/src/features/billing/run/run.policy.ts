import type { StaffRole, Viewer } from '../../../graphql/context.ts'
import { forbidden, unauthenticated } from '../../../graphql/errors.ts'

/** Who may start, pause and resume runs: a month's bills leave the office with them. Whoever reviews may look. */
export const runningRoles: readonly StaffRole[] = ['OFFICER', 'HEAD']
export const watchingRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

export function requireRunner(viewer: Viewer | undefined): Viewer {
  if (!viewer) throw unauthenticated()
  const may =
    viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => runningRoles.includes(role))
  if (!may) throw forbidden()
  return viewer
}
