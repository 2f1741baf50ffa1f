import type { Context, Viewer } from '../../graphql/context.ts'
import { notFound, unauthenticated } from '../../graphql/errors.ts'
import { isUuid } from '../../graphql/scalars.ts'

/** What has not been submitted is seen by the employer who is writing it, by nobody else. */
export function maySeeDraft(viewer: Viewer, declaration: { employerId: string }): boolean {
  return viewer.stage === 'FULL' && viewer.kind === 'EMPLOYER' && viewer.employerId === declaration.employerId
}

export function signedIn({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

/** An id that cannot be one names nothing. */
export function requireUuid(id: string, what: string): string {
  if (!isUuid(id)) throw notFound(what)
  return id
}
