import { civilDateAt } from '@shebao/kernel'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { clerkDuties } from '../../../access/viewer.ts'
import type { Clerk, ClerkDuty, Viewer } from '../../../access/viewer.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { tellSecret } from '../../../telling/tell.ts'
import type { GivenLink } from '../one-time-code/index.ts'
import { issueLink, revokeCodes } from '../one-time-code/index.ts'
import type { LinkPurpose } from '../one-time-code/index.ts'
import {
  clearPassword,
  countOtherClerkAdministrators,
  endClerk,
  findClerk,
  insertClerk,
  listClerks,
  lockEmployerClerks,
  setDuties,
} from '../session/index.ts'
import type { ClerkRow } from '../session/index.ts'
import { refused } from './clerk-outcome.ts'
import type { ClerkOutcome } from './clerk-outcome.ts'
import { mostClerks } from './read-clerks.ts'

export interface ClerkOrder {
  asker: Viewer | undefined
  origin: string
}

export interface Invitation {
  displayName: string
  duties: readonly ClerkDuty[]
  /** Where the link goes, besides being shown once. */
  email?: string | undefined
}

const nameLength = [2, 40] as const

/** An account belongs to whoever signs in with it, and to no employer before it acts for one. */
const withAccounts = <T>({ database }: Platform, work: () => Promise<T>): Promise<T> =>
  asOffice('CLERKS', () => database.transaction(work))

/** An account of the person's own, with the link by which they set its password. */
export async function inviteClerk(
  platform: Platform,
  { asker, origin }: ClerkOrder,
  input: Invitation,
): Promise<ClerkOutcome> {
  const actor = requireMay(asker, 'clerk:invite')
  const displayName = requireText('displayName', input.displayName, nameLength)
  const email = readEmail(input.email)
  const duties = inOrder(input.duties)
  const { employerId } = actor
  return withAccounts(platform, async () => {
    await lockEmployerClerks(platform, employerId)
    const clerks = await listClerks(platform, employerId, mostClerks)
    if (clerks.length >= mostClerks) return refused('TOO_MANY')
    if (clerks.some((clerk) => clerk.displayName === displayName)) return refused('SAME_NAME')
    const accountId = await insertClerk(platform, { employerId, displayName, duties })
    const link = await giveLink(platform, actor, { accountId, purpose: 'CLERK_INVITATION', email })
    const clerk = await reread(platform, employerId, accountId)
    const change = { duties, clerkNo: clerk.clerkNo, ...traceOf(link) }
    await trace(platform, { actor, origin }, accountId, { action: 'CLERK_INVITED', change })
    return { outcome: 'DONE', clerk, link }
  })
}

/** What the clerk may do from now on, in the sessions that are open, too. */
export function changeClerkDuties(
  platform: Platform,
  order: ClerkOrder & { accountId: string },
  wanted: readonly ClerkDuty[],
): Promise<ClerkOutcome> {
  const duties = inOrder(wanted)
  return changeClerk(platform, order, 'clerk:change', async (clerk, actor) => {
    const loses = clerk.duties.includes('ADMINISTER') && !duties.includes('ADMINISTER')
    if (loses && (await isLastAdministrator(platform, actor.employerId, clerk))) return refused('LAST_ADMINISTRATOR')
    await setDuties(platform, { accountId: clerk.id, employerId: actor.employerId, duties })
    const change = { duties, was: clerk.duties }
    return { action: 'CLERK_DUTIES_CHANGED', change }
  })
}

/** At once: sessions that act for the employer end, and an account that acts for nobody else opens nothing any more. */
export function removeClerk(platform: Platform, order: ClerkOrder & { accountId: string }): Promise<ClerkOutcome> {
  return changeClerk(platform, order, 'clerk:remove', async (clerk, actor) => {
    const administers = clerk.duties.includes('ADMINISTER')
    if (administers && (await isLastAdministrator(platform, actor.employerId, clerk)))
      return refused('LAST_ADMINISTRATOR')
    const { sessions, actsForOthers } = await endClerk(platform, clerk.id, actor.employerId)
    if (!actsForOthers) {
      await revokeCodes(platform, { accountId: clerk.id })
      await clearPassword(platform, clerk.id)
    }
    return { action: 'CLERK_REMOVED', change: { was: clerk.duties, clerkNo: clerk.clerkNo, sessions } }
  })
}

/** Another link: the invitation was lost, or the password. */
export function issueClerkLink(
  platform: Platform,
  order: ClerkOrder & { accountId: string; email?: string | undefined },
): Promise<ClerkOutcome> {
  const email = readEmail(order.email)
  return changeClerk(platform, order, 'clerk:change', async (clerk, actor) => {
    const purpose = clerk.state === 'WAITING' ? 'CLERK_INVITATION' : 'CLERK_PASSWORD_RESET'
    const link = await giveLink(platform, actor, { accountId: clerk.id, purpose, email })
    return { action: 'CLERK_LINK_ISSUED', change: traceOf(link), link }
  })
}

interface Done {
  action: AuditAction
  change: AuditChange
  link?: GivenLink
}

/** One change of one clerk by the employer's administrator: found with the own employer, held, done, and in the trail. */
async function changeClerk(
  platform: Platform,
  { asker, origin, accountId }: ClerkOrder & { accountId: string },
  permission: Extract<Permission, `clerk:${'change' | 'remove'}`>,
  write: (clerk: ClerkRow, actor: Clerk) => Promise<Done | ClerkOutcome>,
): Promise<ClerkOutcome> {
  const actor = requireMay(asker, permission)
  // As the tenant, before the office does it.
  if (!(await findClerk(platform, actor.employerId, accountId))) throw notFound('clerk')
  return withAccounts(platform, async () => {
    await lockEmployerClerks(platform, actor.employerId)
    const clerk = await findClerk(platform, actor.employerId, accountId)
    if (!clerk) throw notFound('clerk')
    const done = await write(clerk, actor)
    if ('outcome' in done) return done
    await trace(platform, { actor, origin }, clerk.id, done)
    return { outcome: 'DONE', clerk: await findClerk(platform, actor.employerId, clerk.id), link: done.link }
  })
}

async function trace(
  platform: Platform,
  { actor, origin }: { actor: Clerk; origin: string },
  accountId: string,
  { action, change }: Done,
): Promise<void> {
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    origin,
    action,
    recordType: 'Account',
    recordId: accountId,
    change: { ...change, employerId: actor.employerId },
  })
}

async function reread(platform: Platform, employerId: string, accountId: string): Promise<ClerkRow> {
  const clerk = await findClerk(platform, employerId, accountId)
  if (!clerk) throw new Error('A clerk who was just invited is gone.')
  return clerk
}

/** Nobody else could invite clerks or change them; one whose invitation is unused does not count as somebody else. */
async function isLastAdministrator(platform: Platform, employerId: string, clerk: ClerkRow): Promise<boolean> {
  return (await countOtherClerkAdministrators(platform, employerId, clerk.id)) === 0
}

async function giveLink(
  platform: Platform,
  actor: Clerk,
  { accountId, purpose, email }: { accountId: string; purpose: LinkPurpose; email: string | undefined },
): Promise<GivenLink> {
  const link = await issueLink(platform, { purpose, accountId, issuedBy: actor.accountId })
  const emailed = await tellSecret(platform, {
    telling: {
      kind: 'PASSWORD_LINK',
      to: { accountId },
      key: link.id,
      params: { expiresAt: link.expiresAt.toISOString() },
    },
    channel: 'EMAIL',
    secret: link.url,
    ...(email === undefined ? {} : { address: email }),
    expiresAt: link.expiresAt,
  })
  return { ...link, purpose, emailed }
}

const traceOf = ({ id, purpose, expiresAt, emailed }: GivenLink) => ({
  codeId: id,
  purpose,
  validUntil: civilDateAt(expiresAt),
  emailed,
})

const inOrder = (duties: readonly ClerkDuty[]) => clerkDuties.filter((duty) => duties.includes(duty))

function readEmail(typed: string | undefined): string | undefined {
  const email = typed?.trim() ?? ''
  if (email === '') return undefined
  if (email.length > 254 || !z.email().safeParse(email).success) throw badInput('email', 'This is no e-mail address.')
  return email
}
