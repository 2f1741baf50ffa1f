import { civilDateAt } from '@shebao/kernel'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { PartnerKind, StaffMember, Viewer } from '../../../access/viewer.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { issueLink, revokeCodes } from '../one-time-code/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'
import {
  clearPassword,
  endOperatorMembership,
  findOperator,
  insertOperator,
  listOperators,
  revokeSessions,
} from '../session/index.ts'
import type { OperatorRow } from '../session/index.ts'
import { findPartner, insertPartner, isTaken, lockPartner, setPartnerEnd } from './partner.repository.ts'
import type { PartnerRow } from './partner.repository.ts'

/** TAKEN: another partner has the number or name. NUMBER_TAKEN: another operator has it. ENDED: the desk or the account is closed. */
export const partnerRefusals = ['TAKEN', 'NUMBER_TAKEN', 'ENDED'] as const
export class PartnerRefusal {
  readonly reason: (typeof partnerRefusals)[number]
  constructor(reason: (typeof partnerRefusals)[number]) {
    this.reason = reason
  }
}

const nameLength = [2, 60] as const
const numberOf = (field: string, typed: string): string => {
  const number = typed.normalize('NFKC').trim().toUpperCase()
  if (!/^[A-Z0-9]{2,20}$/.test(number)) throw badInput(field, '2 to 20 letters and digits are needed.')
  return number
}

export interface NewPartner {
  kind: PartnerKind
  number: string
  name: string
  /** Of a bank alone: what it activates activates the social security application too. */
  linked: boolean
}

export async function createPartner(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  input: NewPartner,
): Promise<PartnerRow | PartnerRefusal> {
  const actor = requireMay(asker, 'partner:create')
  const number = numberOf('number', input.number)
  const name = requireText('name', input.name, nameLength)
  const linked = input.kind === 'BANK' && input.linked
  return platform.database.transaction(async () => {
    if (await isTaken(platform, { number, name })) return new PartnerRefusal('TAKEN')
    const { kind } = input
    const made = { kind, number, name, linked, createdBy: actor.accountId, createdAt: platform.clock.now() }
    const partner = await insertPartner(platform, made)
    const change = { kind, number, linked }
    await trace(
      platform,
      { actor, origin, permission: 'partner:create' },
      { action: 'PARTNER_CREATED', on: partner, change },
    )
    return partner
  })
}

/** The contract is over: whoever sits at its desks is out at once. */
export async function endPartner(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  { id, reason }: { id: string; reason: string },
): Promise<PartnerRow | PartnerRefusal> {
  const actor = requireMay(asker, 'partner:end')
  const why = requireText('reason', reason)
  return platform.database.transaction(async () => {
    const partner = await lockPartner(platform, id)
    if (!partner) throw notFound('partner')
    if (partner.endedOn !== null) return new PartnerRefusal('ENDED')
    const ended = await setPartnerEnd(platform, id, platform.clock.today())
    const sitting = (await listOperators(platform, [id])).filter(({ state }) => state !== 'ENDED')
    for (const operator of sitting) await close(platform, operator.id)
    const order = { actor, origin, permission: 'partner:end' } as const
    await trace(platform, order, { action: 'PARTNER_ENDED', on: ended, reason: why, change: { number: ended.number } })
    return ended
  })
}

export type OperatorOutcome = { operator: OperatorRow; link: GivenLink | undefined } | PartnerRefusal

/** An account without a password, with the link by which its person sets one. */
export async function createOperator(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  input: { partnerId: string; operatorNo: string; displayName: string },
): Promise<OperatorOutcome> {
  const actor = requireMay(asker, 'operator:create')
  const operatorNo = numberOf('operatorNo', input.operatorNo)
  const displayName = requireText('displayName', input.displayName, nameLength)
  return platform.database.transaction(async () => {
    const partner = await findPartner(platform, input.partnerId)
    if (!partner) throw notFound('partner')
    if (partner.endedOn !== null) return new PartnerRefusal('ENDED')
    const id = await insertOperator(platform, { partnerId: partner.id, operatorNo, displayName })
    if (!id) return new PartnerRefusal('NUMBER_TAKEN')
    const link = await giveLink(platform, actor, id, 'OPERATOR_ACTIVATION')
    const change = { operatorNo, partnerId: partner.id, ...linkTrace(link) }
    const order = { actor, origin, permission: 'operator:create' } as const
    await trace(platform, order, { action: 'OPERATOR_CREATED', account: id, change })
    return { operator: await reread(platform, id), link }
  })
}

/** To begin, or because the password was lost; the one of now opens nothing more once the link was used. */
export async function issueOperatorLink(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  id: string,
): Promise<OperatorOutcome> {
  const actor = requireMay(asker, 'operator:issue-link')
  return platform.database.transaction(async () => {
    const operator = await requireOperator(platform, id)
    if (operator.state === 'ENDED') return new PartnerRefusal('ENDED')
    const purpose = operator.state === 'WAITING' ? 'OPERATOR_ACTIVATION' : 'OPERATOR_PASSWORD_RESET'
    const link = await giveLink(platform, actor, id, purpose)
    const order = { actor, origin, permission: 'operator:issue-link' } as const
    await trace(platform, order, { action: 'ONE_TIME_LINK_ISSUED', account: id, change: linkTrace(link) })
    return { operator, link }
  })
}

export async function endOperator(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  { id, reason }: { id: string; reason: string },
): Promise<OperatorOutcome> {
  const actor = requireMay(asker, 'operator:end')
  const why = requireText('reason', reason)
  return platform.database.transaction(async () => {
    const operator = await requireOperator(platform, id)
    if (operator.state === 'ENDED') return new PartnerRefusal('ENDED')
    const change = { operatorNo: operator.operatorNo, sessions: await close(platform, id) }
    const order = { actor, origin, permission: 'operator:end' } as const
    await trace(platform, order, { action: 'OPERATOR_ENDED', account: id, reason: why, change })
    return { operator: await reread(platform, id), link: undefined }
  })
}

/** Membership, links, password and sessions end; the account and what it did stay. */
async function close(platform: Platform, accountId: string): Promise<number> {
  await endOperatorMembership(platform, accountId)
  await revokeCodes(platform, { accountId })
  await clearPassword(platform, accountId)
  return revokeSessions(platform, accountId)
}

async function requireOperator(platform: Platform, id: string): Promise<OperatorRow> {
  const operator = await findOperator(platform, id)
  if (!operator) throw notFound('operator')
  return operator
}

async function reread(platform: Platform, id: string): Promise<OperatorRow> {
  const operator = await findOperator(platform, id)
  if (!operator) throw new Error('An operator that was just changed is gone.')
  return operator
}

async function giveLink(
  platform: Platform,
  actor: StaffMember,
  accountId: string,
  purpose: GivenLink['purpose'],
): Promise<GivenLink> {
  return { ...(await issueLink(platform, { purpose, accountId, issuedBy: actor.accountId })), purpose, emailed: false }
}

const linkTrace = ({ id: codeId, purpose, expiresAt }: GivenLink) => ({
  codeId,
  purpose,
  validUntil: civilDateAt(expiresAt),
})

interface Done {
  action: AuditAction
  on?: PartnerRow
  account?: string
  reason?: string
  change: AuditChange
}

async function trace(
  platform: Platform,
  { actor, origin, permission }: { actor: StaffMember; origin: string; permission: Permission },
  { action, on, account, reason, change }: Done,
): Promise<void> {
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    role: actingRole(actor, permission),
    origin,
    action,
    recordType: on ? 'Partner' : 'Account',
    recordId: on?.id ?? account ?? '',
    ...(reason ? { reason } : {}),
    change: { ...change },
  })
}
