import type { StaffMember } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAccount } from './account.repository.ts'
import { findActing } from './membership.repository.ts'
import { createSession, revokeSession } from './session.repository.ts'
import type { NewSession } from './session.repository.ts'
import type { Caller } from './sign-in.ts'

/** What was missing is there: a new session with a new token, and the half one ends. Belongs inside a transaction. */
export async function complete(platform: Platform, caller: Caller, viewer: StaffMember): Promise<NewSession> {
  await revokeSession(platform, viewer.sessionId)
  const account = await getAccount(platform, viewer.accountId)
  const acting = await findActing(platform, viewer.accountId, viewer.officeId)
  return createSession(platform, account, { acting, userAgent: caller.userAgent, stage: 'FULL' })
}
