import { noteLength, withoutNote, withQuestion } from '@shebao/hotline'
import type { WrapUp } from '@shebao/hotline'
import { noteRead } from '../../../access/note-read.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { countOfCall } from '../question/index.ts'
import { checkDetails } from './check-details.ts'
import { changeCall, findCall, findCallOf, listWaiting, lockCall } from './hotline.repository.ts'
import type { CallRow } from './hotline.repository.ts'
import { proofsFor } from './caller-proofs.ts'

export const deskRefusals = [
  'TAKEN',
  'BUSY',
  'NO_MATCH',
  'CHECKS_USED_UP',
  'BLOCKED',
  'GONE',
  'TOO_MANY_OPEN',
  'NO_QUESTION',
] as const
export type DeskRefusalReason = (typeof deskRefusals)[number]
export class DeskRefusal {
  readonly reason: DeskRefusalReason
  constructor(reason: DeskRefusalReason) {
    this.reason = reason
  }
}

export async function readDesk(platform: Platform, asker: Viewer | undefined) {
  const { accountId } = requireMay(asker, 'hotline:read')
  const [waiting, mine] = await Promise.all([listWaiting(platform), findCallOf(platform, accountId)])
  return { waiting, mine }
}

/** Of two agents who press at once one gets the call; nobody has two. */
export function takeCall(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  id: string,
): Promise<CallRow | DeskRefusal> {
  const agent = requireMay(asker, 'hotline:answer')
  return platform.database.transaction(async () => {
    const call = await lockCall(platform, id)
    if (!call) throw notFound('call')
    if (call.status === 'WITH_AGENT' && call.agentId === agent.accountId) return call
    if (call.status !== 'WAITING') return new DeskRefusal('TAKEN')
    if (await findCallOf(platform, agent.accountId)) return new DeskRefusal('BUSY')
    await record(platform, agent, origin, { action: 'HOTLINE_CALL_TAKEN', id })
    return changeCall(platform, id, { status: 'WITH_AGENT', agentId: agent.accountId })
  })
}

export interface CallerSaid {
  readonly id: string
  /** Both where the keys named no card. */
  readonly idNumber?: string | null | undefined
  readonly cardNumber?: string | null | undefined
  readonly name: string
  readonly employer?: string | null | undefined
}

/** What the caller said, against the register. Nothing of it is shown, and nobody learns which of it was wrong. */
export function checkCaller(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  said: CallerSaid,
): Promise<CallRow | DeskRefusal> {
  const agent = requireMay(asker, 'hotline:answer')
  const name = requireText('name', said.name, [1, 100])
  return platform.database.transaction(async () => {
    const call = await lockOwn(platform, agent, said.id)
    const mostChecks = await figureOn(platform, 'HOTLINE_CALL_CHECKS')
    if (call.failures >= mostChecks) return new DeskRefusal('CHECKS_USED_UP')
    const found = await subjectOf(platform, call, said)
    if (found instanceof DeskRefusal) return found
    const proofs = found && (await proofsFor(platform, found.individualId, { name, employer: said.employer ?? '' }))
    if (!found || !proofs) {
      await record(platform, agent, origin, { action: 'HOTLINE_CHECK_FAILED', id: call.id })
      const { failures } = await changeCall(platform, call.id, { failures: { increment: 1 } })
      return new DeskRefusal(failures >= mostChecks ? 'CHECKS_USED_UP' : 'NO_MATCH')
    }
    const { individualId } = found
    const subject = { action: 'CHECK_HOTLINE_CALLER', recordType: 'Individual', recordId: individualId } as const
    await noteRead(platform, agent, 'hotline:answer', subject, { origin })
    return changeCall(platform, call.id, { ...found, proofs: [...new Set([...call.proofs, ...proofs])] })
  })
}

/** Whose card it is: as the keys said, or as the agent was told. */
async function subjectOf(platform: Platform, call: CallRow, said: CallerSaid) {
  if (call.cardId && call.individualId) return { cardId: call.cardId, individualId: call.individualId }
  const idNumber = requireText('idNumber', said.idNumber ?? '', [6, 30])
  const cardNumber = requireText('cardNumber', said.cardNumber ?? '', [8, 12])
  const details = await checkDetails(platform, call.callerHash, { idNumber, cardNumber })
  if (details.kind === 'BLOCKED') return new DeskRefusal('BLOCKED')
  return details.kind === 'MATCH' ? { cardId: details.card.id, individualId: details.card.individualId } : undefined
}

/** How many checks the agent still has for this call. */
export const checksLeft = async (platform: Platform, { failures }: CallRow): Promise<number> =>
  Math.max(0, (await figureOn(platform, 'HOTLINE_CALL_CHECKS')) - failures)

export interface EndOfCall {
  readonly id: string
  readonly outcome: WrapUp
  readonly note?: string | null | undefined
}

/** With a code and a word about it; the same end twice is one. What was keyed in and said is forgotten with it. */
export function endCall(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, outcome, note = '' }: EndOfCall,
): Promise<CallRow | DeskRefusal> {
  const agent = requireMay(asker, 'hotline:answer')
  const needed = !withoutNote.includes(outcome)
  const written = needed || note?.trim() ? requireText('note', note ?? '', noteLength) : undefined
  return platform.database.transaction(async () => {
    const before = await lockCall(platform, id)
    if (before?.status === 'ENDED' && before.agentId === agent.accountId && before.outcome === outcome) return before
    await lockOwn(platform, agent, id)
    if (withQuestion.includes(outcome) && (await countOfCall(platform, id)) === 0) return new DeskRefusal('NO_QUESTION')
    await record(platform, agent, origin, { action: 'HOTLINE_CALL_ENDED', id, change: { outcome } })
    const end = { status: 'ENDED', outcome, endedAt: platform.clock.now(), dialogue: null, recording: null }
    return changeCall(platform, id, { ...end, note: written === undefined ? null : platform.vault.seal(written) })
  })
}

/** The spoken name, for the agent who took the call. */
export async function readRecording(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  id: string,
): Promise<Uint8Array> {
  const agent = requireMay(asker, 'hotline:answer')
  const call = await findCall(platform, id)
  if (!call?.recording || !isOwn(call, agent)) throw notFound('recording')
  const subject = call.individualId
    ? ({ recordType: 'Individual', recordId: call.individualId } as const)
    : ({ recordType: 'HotlineCall', recordId: id } as const)
  await noteRead(platform, agent, 'hotline:answer', { action: 'HEAR_HOTLINE_CALLER', ...subject }, { origin })
  return platform.vault.openBytes(call.recording)
}

/** Whether the caller passed the check. */
export const isChecked = ({ proofs }: CallRow): boolean => proofs.includes('NAME')
/** Whether the caller is still there to be spoken to. */
export const isOnTheLine = ({ status, hungUpAt }: CallRow): boolean => status !== 'ENDED' && hungUpAt === null
export const isOwn = ({ status, agentId }: CallRow, { accountId }: StaffMember) =>
  status === 'WITH_AGENT' && agentId === accountId

export async function lockOwn(platform: Platform, agent: StaffMember, id: string): Promise<CallRow> {
  const call = await lockCall(platform, id)
  if (!call || !isOwn(call, agent)) throw notFound('call')
  return call
}

interface Noted {
  readonly action: 'HOTLINE_CALL_TAKEN' | 'HOTLINE_CHECK_FAILED' | 'HOTLINE_CALL_ENDED'
  readonly id: string
  readonly change?: { readonly outcome: WrapUp }
}
const record = (platform: Platform, agent: StaffMember, origin: string, { action, id, change }: Noted) =>
  platform.audit.record({
    actorKind: agent.kind,
    actorId: agent.accountId,
    role: actingRole(agent, 'hotline:answer'),
    origin,
    action,
    recordType: 'HotlineCall',
    recordId: id,
    ...(change ? { change } : {}),
  })
