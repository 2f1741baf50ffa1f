import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countOtherAdministrators, findStaffAccount, lockStaffAccounts } from '../session/index.ts'
import type { StaffAccountRow } from '../session/index.ts'
import { refused } from './account-outcome.ts'
import type { AccountOutcome } from './account-outcome.ts'
import type { GivenLink } from '../one-time-code/index.ts'

export interface AccountOrder {
  asker: Viewer
  origin: string
  accountId: string
}

export interface Changed {
  link?: GivenLink
  change: AuditChange
}

/**
 * One change of a staff account by an administrator: found in the own office, held, refused for one's own, done, and in the trail.
 * Nobody changes their own account here: who could give themselves a role, or a new password without the old one, needs nobody else.
 */
export function changeAccount(
  platform: Platform,
  { asker, origin, accountId }: AccountOrder,
  how: {
    permission: Extract<Permission, `account:${string}`>
    action: AuditAction
    reason?: string
    write: (account: StaffAccountRow, actor: StaffMember) => Promise<Changed | AccountOutcome>
  },
): Promise<AccountOutcome> {
  const actor = requireMay(asker, how.permission)
  return platform.database.transaction(async () => {
    await lockStaffAccounts(platform, actor.officeId)
    const account = await findStaffAccount(platform, actor.officeId, accountId)
    if (!account) throw notFound('account')
    if (account.id === actor.accountId) return refused('OWN_ACCOUNT')
    const done = await how.write(account, actor)
    if ('outcome' in done) return done
    await traceAccount(platform, { actor, origin, permission: how.permission }, account.id, {
      action: how.action,
      reason: how.reason,
      change: done.change,
    })
    return { outcome: 'DONE', account: await reread(platform, actor, account.id), link: done.link }
  })
}

export async function traceAccount(
  platform: Platform,
  { actor, origin, permission }: { actor: StaffMember; origin: string; permission: Permission },
  accountId: string,
  { action, reason, change }: { action: AuditAction; reason?: string | undefined; change: AuditChange },
): Promise<void> {
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    role: actingRole(actor, permission),
    origin,
    action,
    recordType: 'Account',
    recordId: accountId,
    reason,
    change: { ...change },
  })
}

export async function reread(platform: Platform, actor: StaffMember, accountId: string): Promise<StaffAccountRow> {
  const account = await findStaffAccount(platform, actor.officeId, accountId)
  if (!account) throw new Error('An account that was just changed is gone.')
  return account
}

/** Whether somebody else could still make accounts and give roles. */
export async function wouldBeTheLast(platform: Platform, officeId: string, account: StaffAccountRow): Promise<boolean> {
  return (await countOtherAdministrators(platform, officeId, account.id)) === 0
}
