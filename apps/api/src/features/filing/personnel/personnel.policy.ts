import type { Context, Viewer } from '../../../graphql/context.ts'
import { unauthenticated } from '../../../access/refusal.ts'

/** What has not been submitted is seen by the employer who is writing it, by nobody else. */
export function maySeeDraft(viewer: Viewer, declaration: { employerId: string }): boolean {
  return viewer.stage === 'FULL' && viewer.kind === 'EMPLOYER' && viewer.employerId === declaration.employerId
}

export function signedIn({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}
