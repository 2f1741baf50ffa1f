import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { revokeSessions } from './session.repository.ts'

/** Ends every session of the account, this one too; returns how many. */
export async function signOutEverywhere(platform: Platform, origin: string, viewer: Viewer): Promise<number> {
  return platform.database.transaction(async () => {
    const ended = await revokeSessions(platform, viewer.accountId)
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      origin,
      action: 'SIGN_OUT_EVERYWHERE',
      recordType: 'Account',
      recordId: viewer.accountId,
      change: { sessions: ended },
    })
    return ended
  })
}
