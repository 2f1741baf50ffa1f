import { requireUuid } from '../../../access/uuid.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'

/** The asker, who is somebody: the schema has asked for the permission before. */
export function who(viewer: Viewer | undefined): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

/** The input with an id that may be one, and where the call comes from. */
export const withId = <Input extends { declarationId: string }>(input: Input, origin: string) => ({
  ...input,
  declarationId: requireUuid(input.declarationId, 'declaration'),
  origin,
})
