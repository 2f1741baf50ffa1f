import type { Viewer } from '../../../graphql/context.ts'
import { forbidden, unauthenticated } from '../../../access/refusal.ts'

/** Whose payments are certified: always the asker's own. There is no asking for anybody else. */
export type Holder = { kind: 'UNIT'; employerId: string } | { kind: 'PERSON'; individualId: string }

export function requireHolder(viewer: Viewer | undefined): Holder {
  if (viewer?.stage !== 'FULL') throw unauthenticated()
  const { kind, employerId, individualId } = viewer
  if (kind === 'EMPLOYER' && employerId) return { kind: 'UNIT', employerId }
  if (kind === 'INSURED' && individualId) return { kind: 'PERSON', individualId }
  throw forbidden()
}
