import { oneOf } from '@shebao/kernel'
import { REFUND_TRANSITIONS, REFUND_STATES } from '@shebao/premium'
import type { RefundState } from '@shebao/premium'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput } from '../../../access/refusal.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { factsOf, loadMoney, sharesAreLeft } from './refund-money.ts'
import type { Subject } from './refund-money.ts'
import { debtProblems } from './apply-refund.ts'
import { guardProblems, refused } from './refund-outcome.ts'
import type { RefundOutcome, RefundProblem } from './refund-outcome.ts'
import { actingRole, requireEmployer, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { approvingRoles, handlingRoles, requireVisible } from './refund.policy.ts'
import { lockRefund, updateRefund } from './refund.repository.ts'
import type { RefundChange, RefundRow } from './refund.repository.ts'

/** What a member of staff has found out. */
export interface Verification {
  id: string
  benefitDrawn: boolean
  /** What was seen, 4 to 500 characters. */
  evidence: string
}

/** The first pair of eyes in the office: whether a benefit was drawn, and what proves the reason. */
export async function verifyRefund(
  platform: Platform,
  asker: Viewer | undefined,
  { id, benefitDrawn, evidence }: Verification,
  origin: string,
): Promise<RefundOutcome> {
  const viewer = requireStaff(asker, handlingRoles)
  const seen = requireText('evidence', evidence)
  return step(platform, viewer, id, 'VERIFIED', async (refund) => {
    const problems = await moneyProblems(platform, { ...refund, benefitDrawn })
    if (problems.length > 0) return problems
    return save(platform, viewer, refund, 'VERIFIED', origin, {
      benefitDrawn: false,
      evidence: seen,
      verifiedBy: viewer.accountId,
      verifiedAt: platform.clock.now(),
    })
  })
}

/** The second: everything is asked again, because money may have moved since. */
export async function approveRefund(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
  origin: string,
): Promise<RefundOutcome> {
  const viewer = requireStaff(asker, approvingRoles)
  return step(platform, viewer, id, 'APPROVED', async (refund) => {
    const problems = await moneyProblems(platform, refund)
    if (problems.length > 0) return problems
    return save(platform, viewer, refund, 'APPROVED', origin, {
      approvedBy: viewer.accountId,
      approvedAt: platform.clock.now(),
    })
  })
}

/** From any step before the money leaves; the employer reads why. */
export async function rejectRefund(
  platform: Platform,
  asker: Viewer | undefined,
  { id, reason }: { id: string; reason: string },
  origin: string,
): Promise<RefundOutcome> {
  const viewer = requireStaff(asker, handlingRoles)
  const why = requireText('reason', reason)
  return platform.database.transaction(async () => {
    const refund = requireVisible(viewer, await lockRefund(platform, requireUuid(id, 'refund')))
    if (!mayGo(refund, 'REJECTED')) return refused({ code: 'NOT_IN_STATE', reference: refund.status })
    await save(platform, viewer, refund, 'REJECTED', origin, {
      rejectedBy: viewer.accountId,
      rejectedAt: platform.clock.now(),
      rejectionReason: why,
    })
    return { kind: 'DONE', refundId: refund.id }
  })
}

/** The employer says that the person has signed for the personal share. Until the office has verified the refund. */
export async function confirmReceipt(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
  origin: string,
): Promise<RefundOutcome> {
  const viewer = requireEmployer(asker)
  return platform.database.transaction(async () => {
    const refund = requireVisible(viewer, await lockRefund(platform, requireUuid(id, 'refund')))
    if (refund.status !== 'APPLIED') return refused({ code: 'NOT_IN_STATE', reference: refund.status })
    if (!refund.receiptSigned) {
      await updateRefund(platform, refund.id, { receiptSigned: true })
      await record(platform, viewer, refund, 'REFUND_RECEIPT_SIGNED', origin)
    }
    return { kind: 'DONE', refundId: refund.id }
  })
}

/** One step under the row's lock: the right state, somebody who took no other step, then the step's own guards. */
export async function step(
  platform: Platform,
  viewer: Viewer,
  id: string,
  to: RefundState,
  take: (refund: RefundRow) => Promise<readonly RefundProblem[]>,
): Promise<RefundOutcome> {
  return platform.database.transaction(async () => {
    const refund = requireVisible(viewer, await lockRefund(platform, requireUuid(id, 'refund')))
    if (!mayGo(refund, to)) return refused({ code: 'NOT_IN_STATE', reference: refund.status })
    if (tookPart(refund, viewer)) return refused({ code: 'SAME_PERSON' })
    const problems = await take(refund)
    return problems.length > 0 ? refused(...problems) : { kind: 'DONE', refundId: refund.id }
  })
}

function mayGo(refund: RefundRow, to: RefundState): boolean {
  return REFUND_TRANSITIONS[oneOf(REFUND_STATES, refund.status, 'refund state')].includes(to)
}

/** Four eyes and more: nobody takes two steps of one refund (R765 37). */
export function tookPart(refund: RefundRow, viewer: Viewer): boolean {
  return [refund.appliedBy, refund.verifiedBy, refund.approvedBy].includes(viewer.accountId)
}

export const subjectOfRow = (refund: RefundRow): Subject => ({ ...refund, source: refund.source as Subject['source'] })

/** The guards as of now, with what is known of the refund; a month's money is held while the transaction lasts. */
export async function moneyProblems(
  platform: Platform,
  refund: RefundRow,
  toOriginalAccount: boolean | null = null,
): Promise<RefundProblem[]> {
  const money = await loadMoney(platform, subjectOfRow(refund), true)
  const problems = [
    ...guardProblems(factsOf(refund, money, toOriginalAccount)),
    ...(await debtProblems(platform, subjectOfRow(refund))),
  ]
  const known = problems.some(({ code }) =>
    ['EXCEEDS_RECEIVED', 'MONEY_NOT_RECEIVED', 'ALREADY_REFUNDED'].includes(code),
  )
  return known || refund.source !== 'MONTH' || sharesAreLeft(refund.shares, money)
    ? problems
    : [...problems, { code: 'EXCEEDS_RECEIVED' }]
}

/** Writes the step and its entry in the trail; no problems are left then. */
export async function save(
  platform: Platform,
  viewer: Viewer,
  refund: RefundRow,
  status: RefundState,
  origin: string,
  change: RefundChange,
): Promise<readonly RefundProblem[]> {
  await updateRefund(platform, refund.id, { ...change, status })
  await record(platform, viewer, refund, `REFUND_${status}`, origin)
  return []
}

function record(
  platform: Platform,
  viewer: Viewer,
  refund: RefundRow,
  action: AuditAction,
  origin: string,
): Promise<void> {
  return platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: actingRole(viewer, handlingRoles),
    origin,
    action,
    recordType: 'Refund',
    recordId: refund.id,
    change: { number: refund.number, amount: Number(refund.amount) },
  })
}

export function requireText(field: string, text: string): string {
  const written = text.trim()
  const length = [...written].length
  if (length < 4 || length > 500) throw badInput(field, '4 to 500 characters are needed.')
  return written
}
