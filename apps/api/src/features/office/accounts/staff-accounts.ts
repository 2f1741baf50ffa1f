import { readStaffNumber } from '@shebao/identifiers'
import { civilDateAt } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tellSecret } from '../../../telling/tell.ts'
import { issueLink, revokeCodes } from '../one-time-code/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'
import {
  clearPassword,
  endRoles,
  giveRole,
  insertStaffAccount,
  resetSecondFactors,
  revokeSessions,
  setLastDay,
} from '../session/index.ts'
import type { StaffAccountRow } from '../session/index.ts'
import { refused } from './account-outcome.ts'
import type { AccountOutcome } from './account-outcome.ts'
import { changeAccount, reread, traceAccount, wouldBeTheLast } from './change-account.ts'
import type { AccountOrder } from './change-account.ts'
import { isStandingAdministrator, planRoles } from './wanted-roles.ts'
import type { WantedRole } from './wanted-roles.ts'

const nameLength = [2, 40] as const
const rolesAtOnce = 12

export interface NewStaffAccount {
  staffNo: string
  displayName: string
  roles: readonly WantedRole[]
}

/** An account without a password, with its first link. */
export async function createStaffAccount(
  platform: Platform,
  origin: string,
  asker: Viewer,
  input: NewStaffAccount,
): Promise<AccountOutcome> {
  const permission = 'account:create'
  const actor = requireMay(asker, permission)
  const staffNo = readStaffNumber(input.staffNo)
  if (staffNo === undefined) throw badInput('staffNo', '2 to 20 letters and digits are needed.')
  const displayName = requireText('displayName', input.displayName, nameLength)
  const { give } = planRoles([], limited(input.roles), platform.clock.today())
  if (give.length === 0) return refused('NO_ROLE')
  return platform.database.transaction(async () => {
    const accountId = await insertStaffAccount(platform, { staffNo, displayName })
    if (!accountId) return refused('STAFF_NO_TAKEN')
    await giveAll(platform, actor, accountId, give)
    const link = await giveLink(platform, actor, accountId, 'STAFF_ACTIVATION')
    const change = { staffNo, roles: inWords(give), ...linkTrace(link) }
    await traceAccount(platform, { actor, origin, permission }, accountId, { action: 'STAFF_ACCOUNT_CREATED', change })
    return { outcome: 'DONE', account: await reread(platform, actor, accountId), link }
  })
}

/** The roles as they should be from now on. What is left out ends at once; an ended account comes back with a role and a new link. */
export function changeStaffRoles(
  platform: Platform,
  order: AccountOrder,
  wanted: readonly WantedRole[],
): Promise<AccountOutcome> {
  return changeAccount(platform, order, {
    permission: 'account:change-roles',
    action: 'STAFF_ROLES_CHANGED',
    async write(account, actor) {
      const today = platform.clock.today()
      const plan = planRoles(account.roles, limited(wanted), today)
      if (wanted.length === 0) return refused('NO_ROLE')
      const loses = isStandingAdministrator(account.roles, today) && !isStandingAdministrator(wanted, today)
      if (loses && (await wouldBeTheLast(platform, actor.officeId, account))) return refused('LAST_ADMINISTRATOR')
      await endRoles(
        platform,
        plan.end.map(({ membershipId }) => membershipId),
      )
      for (const { membershipId, to } of plan.setLastDay) await setLastDay(platform, membershipId, to)
      await giveAll(platform, actor, account.id, plan.give)
      return { change: { roles: inWords(wanted), endedRoles: inWords(plan.end) } }
    },
  })
}

/** Dismissal: roles, sessions, links, second factors and password end at once; the account and its history stay. */
export function endStaffAccount(platform: Platform, order: AccountOrder, reason: string): Promise<AccountOutcome> {
  const why = requireText('reason', reason)
  return changeAccount(platform, order, {
    permission: 'account:end',
    action: 'STAFF_ACCOUNT_ENDED',
    reason: why,
    async write(account, actor) {
      if (account.state === 'ENDED') return refused('ENDED')
      const administers = isStandingAdministrator(account.roles, platform.clock.today())
      if (administers && (await wouldBeTheLast(platform, actor.officeId, account))) return refused('LAST_ADMINISTRATOR')
      await endRoles(
        platform,
        account.roles.map(({ membershipId }) => membershipId),
      )
      await revokeCodes(platform, { accountId: account.id })
      await resetSecondFactors(platform, account.id)
      await clearPassword(platform, account.id)
      return { change: { endedRoles: inWords(account.roles), sessions: await revokeSessions(platform, account.id) } }
    },
  })
}

/** To begin, or because the password was lost. The password of now opens nothing more once the link was used. */
export function issueStaffLink(platform: Platform, order: AccountOrder): Promise<AccountOutcome> {
  return changeAccount(platform, order, {
    permission: 'account:issue-link',
    action: 'ONE_TIME_LINK_ISSUED',
    async write(account, actor) {
      if (account.state === 'ENDED') return refused('ENDED')
      const purpose = account.state === 'WAITING' ? 'STAFF_ACTIVATION' : 'STAFF_PASSWORD_RESET'
      const link = await giveLink(platform, actor, account.id, purpose)
      // Where the person has confirmed an address, it goes there too; the second factor is asked for all the same.
      const emailed = await tellSecret(platform, {
        telling: {
          kind: 'PASSWORD_LINK',
          to: { accountId: account.id },
          key: link.id,
          params: { expiresAt: link.expiresAt.toISOString() },
        },
        channel: 'EMAIL',
        secret: link.url,
        expiresAt: link.expiresAt,
      })
      return { link: { ...link, emailed }, change: linkTrace(link) }
    },
  })
}

/** A telephone was lost, and the recovery codes with it: the person enrols anew at the next sign-in. */
export function resetStaffSecondFactor(
  platform: Platform,
  order: AccountOrder,
  reason: string,
): Promise<AccountOutcome> {
  const why = requireText('reason', reason)
  return changeAccount(platform, order, {
    permission: 'account:reset-second-factor',
    action: 'SECOND_FACTOR_RESET',
    reason: why,
    async write(account) {
      await resetSecondFactors(platform, account.id)
      return { change: { sessions: await revokeSessions(platform, account.id) } }
    },
  })
}

function limited(roles: readonly WantedRole[]): readonly WantedRole[] {
  if (roles.length > rolesAtOnce) throw badInput('roles', `At most ${rolesAtOnce} roles.`)
  return roles
}

async function giveAll(
  platform: Platform,
  { officeId }: StaffMember,
  accountId: string,
  roles: readonly WantedRole[],
): Promise<void> {
  for (const role of roles) await giveRole(platform, { accountId, officeId, ...role })
}

async function giveLink(
  platform: Platform,
  actor: StaffMember,
  accountId: string,
  purpose: GivenLink['purpose'],
): Promise<GivenLink> {
  return { ...(await issueLink(platform, { purpose, accountId, issuedBy: actor.accountId })), purpose, emailed: false }
}

const linkTrace = ({ id, purpose, expiresAt }: GivenLink) => ({
  codeId: id,
  purpose,
  validUntil: civilDateAt(expiresAt),
})

/** As the trail shows them: role, first day, last day. */
const inWords = (roles: readonly Pick<StaffAccountRow['roles'][number], 'role' | 'from' | 'to'>[]) =>
  roles.map(({ role, from, to }) => `${role} ${from}/${to ?? ''}`)
