import type { WriteOffGround } from './write-off-codes.ts'
import { addFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockDebt, writeOffDebt } from './write-off-debt.ts'
import { requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { decidingRoles, requestingRoles } from './write-off.policy.ts'
import { decide, hasOpenWriteOff, insertWriteOff, lockWriteOff } from './write-off.repository.ts'

export const writeOffRefusals = [
  'NOTHING_OWED',
  'NOT_OVERDUE',
  'ALREADY_REQUESTED',
  'NOT_IN_STATE',
  'SAME_PERSON',
] as const
export type WriteOffRefusal = (typeof writeOffRefusals)[number]

export type WriteOffOutcome = { kind: 'DONE'; writeOffId: string } | { kind: 'REFUSED'; reason: WriteOffRefusal }

export interface WriteOffRequest {
  noticeId: string
  ground: WriteOffGround
  documentNo: string
  explanation: string
}

/** Asks to give up an overdue notice; nothing changes until a head confirms. */
export async function requestWriteOff(
  platform: Platform,
  asker: Viewer | undefined,
  request: WriteOffRequest,
  origin: string,
): Promise<WriteOffOutcome> {
  const viewer = requireStaff(asker, requestingRoles)
  const documentNo = requireText('documentNo', request.documentNo, [2, 100])
  const explanation = requireText('explanation', request.explanation, [4, 500])
  return platform.database.transaction(async () => {
    const debt = await lockDebt(platform, requireUuid(request.noticeId, 'payment notice'))
    if (!debt) return { kind: 'REFUSED', reason: 'NOTHING_OWED' }
    if (!debt.overdue) return { kind: 'REFUSED', reason: 'NOT_OVERDUE' }
    if (await hasOpenWriteOff(platform, debt.noticeId)) return { kind: 'REFUSED', reason: 'ALREADY_REQUESTED' }
    const amount = addFen(debt.principal, debt.lateFee)
    const writeOffId = await insertWriteOff(platform, {
      noticeId: debt.noticeId,
      amount: BigInt(amount),
      ground: request.ground,
      documentNo,
      explanation,
      requestedBy: viewer.accountId,
      requestedAt: platform.clock.now(),
    })
    await record(platform, viewer, { id: writeOffId, notice: debt.number, amount }, 'WRITE_OFF_REQUESTED', origin)
    return { kind: 'DONE', writeOffId }
  })
}

/** A head who did not ask for it confirms or, with a reason, refuses. The amount is that of the day of the decision. */
export async function decideWriteOff(
  platform: Platform,
  asker: Viewer | undefined,
  input: { id: string; confirm: boolean; refusal?: string | null | undefined },
  origin: string,
): Promise<WriteOffOutcome> {
  const viewer = requireStaff(asker, decidingRoles)
  const refusal = input.confirm ? null : requireText('refusal', input.refusal ?? '', [4, 500])
  return platform.database.transaction(async () => {
    const writeOff = await lockWriteOff(platform, requireUuid(input.id, 'write-off'))
    if (!writeOff) throw notFound('write-off')
    if (writeOff.status !== 'REQUESTED') return { kind: 'REFUSED', reason: 'NOT_IN_STATE' }
    if (writeOff.requestedBy === viewer.accountId) return { kind: 'REFUSED', reason: 'SAME_PERSON' }
    // Paid meanwhile: there is nothing left to give up.
    if (input.confirm && !(await lockDebt(platform, writeOff.noticeId)))
      return { kind: 'REFUSED', reason: 'NOTHING_OWED' }
    const amount = input.confirm
      ? await writeOffDebt(platform, { noticeId: writeOff.noticeId, key: writeOff.id })
      : Number(writeOff.amount)
    const status = input.confirm ? 'CONFIRMED' : 'REFUSED'
    const decidedAt = platform.clock.now()
    await decide(platform, writeOff.id, { status, amount, decidedBy: viewer.accountId, decidedAt, refusal })
    await record(
      platform,
      viewer,
      { ...writeOff, notice: writeOff.noticeNumber, amount },
      `WRITE_OFF_${status}`,
      origin,
    )
    return { kind: 'DONE', writeOffId: writeOff.id }
  })
}

function record(
  platform: Platform,
  viewer: Viewer,
  of: { id: string; notice: string; amount: Fen | number },
  action: AuditAction,
  origin: string,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: viewer.roles.includes('HEAD') ? 'HEAD' : 'OFFICER',
    origin,
    action,
    recordType: 'WriteOff',
    recordId: of.id,
    change: { notice: of.notice, amount: of.amount },
  })
}

function requireText(field: string, text: string, [least, most]: readonly [number, number]): string {
  const written = text.trim()
  const length = [...written].length
  if (length < least || length > most) throw badInput(field, `${least} to ${most} characters are needed.`)
  return written
}
