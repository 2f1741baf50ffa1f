import type { StaffRole, Viewer } from '../../graphql/context.ts'
import { forbidden } from '../../graphql/errors.ts'

/** Who reads the trail does not write in it: auditors, and the head who answers for the office. */
export const trailReaders: readonly StaffRole[] = ['AUDITOR', 'HEAD']

export function requireTrailReader(viewer: Viewer): void {
  const may =
    viewer.stage === 'FULL' && viewer.kind === 'STAFF' && viewer.roles.some((role) => trailReaders.includes(role))
  if (!may) throw forbidden()
}
