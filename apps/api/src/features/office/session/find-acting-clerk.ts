import type { Clerk } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAccount } from './account.repository.ts'
import { findActing } from './membership.repository.ts'
import { lifetime } from './session-lifetime.ts'
import { toViewer } from './session.repository.ts'

/** Who an account is that acts for an employer today, for what it left to be asked without it: nobody once it no longer does. */
export async function findActingClerk(
  platform: Platform,
  accountId: string,
  employerId: string,
): Promise<Clerk | undefined> {
  const acting = await findActing(platform, accountId, employerId)
  if (!acting) return undefined
  const account = await getAccount(platform, accountId)
  const expiresAt = new Date(platform.clock.now().getTime() + lifetime.idleMs)
  const viewer = toViewer(account, acting, { sessionId: accountId, stage: 'FULL', expiresAt })
  return viewer?.kind === 'EMPLOYER' ? viewer : undefined
}
