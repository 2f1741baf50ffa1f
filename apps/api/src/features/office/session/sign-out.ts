import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { revokeSession } from './session.repository.ts'

/** Ends this session. Asking twice, or without one, changes nothing. */
export async function signOut(platform: Platform, origin: string, viewer: Viewer | undefined): Promise<void> {
  if (!viewer) return
  await platform.database.transaction(async () => {
    await revokeSession(platform, viewer.sessionId)
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      origin,
      action: 'SIGN_OUT',
      recordType: 'Session',
      recordId: viewer.sessionId,
    })
  })
}
