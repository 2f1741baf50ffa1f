import type { Viewer } from '../../../graphql/context.ts'
import { badInput } from '../../../access/refusal.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockUnits } from '../assessment/assess-units.repository.ts'
import { issue } from './apply-back-payment.ts'
import { askAgain } from './ask-again.ts'
import { refused } from './back-payment-problem.ts'
import type { BackPaymentOutcome, BackPaymentProblem } from './back-payment-problem.ts'
import { actingRole, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { approvingRoles, checkingRoles, requireVisible } from './back-payment.policy.ts'
import { findBackPayment, lockBackPayment, updateBackPayment } from './back-payment.repository.ts'
import type { BackPaymentRow } from './back-payment.repository.ts'

/** The first pair of eyes: the request compared with its evidence. */
export function checkBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, finding }: { id: string; finding: string },
  origin: string,
): Promise<BackPaymentOutcome> {
  const viewer = requireStaff(asker, checkingRoles)
  const seen = requireText('finding', finding)
  return step(platform, viewer, id, ['APPLIED'], async (request) => {
    await updateBackPayment(platform, request.id, {
      status: 'CHECKED',
      finding: seen,
      checkedBy: viewer.accountId,
      checkedAt: platform.clock.now(),
    })
    await record(platform, viewer, request, 'BACK_PAYMENT_CHECKED', origin)
    return []
  })
}

/** The second: everything is asked again, because months may have been billed since, and the notices are issued. */
export function approveBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
  origin: string,
): Promise<BackPaymentOutcome> {
  const viewer = requireStaff(asker, approvingRoles)
  return step(platform, viewer, id, ['CHECKED'], async (request) => {
    if (request.checkedBy === viewer.accountId) return [{ code: 'SAME_PERSON' }]
    const { months, planned } = await askAgain(platform, request)
    const { problems, premium, lateFee } = planned
    if (problems.length > 0) return problems
    await updateBackPayment(platform, request.id, {
      status: 'ISSUED',
      premium: BigInt(premium),
      lateFee: BigInt(lateFee),
      decidedBy: viewer.accountId,
      decidedAt: platform.clock.now(),
    })
    await issue(platform, { employerId: request.employerId, backPaymentId: request.id }, months)
    await record(platform, viewer, request, 'BACK_PAYMENT_APPROVED', origin)
    return []
  })
}

/** Before it is billed; the employer reads why. */
export function rejectBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, reason }: { id: string; reason: string },
  origin: string,
): Promise<BackPaymentOutcome> {
  const viewer = requireStaff(asker, checkingRoles)
  const why = requireText('reason', reason)
  return step(platform, viewer, id, ['APPLIED', 'CHECKED'], async (request) => {
    await updateBackPayment(platform, request.id, {
      status: 'REJECTED',
      rejectionReason: why,
      decidedBy: viewer.accountId,
      decidedAt: platform.clock.now(),
    })
    await record(platform, viewer, request, 'BACK_PAYMENT_REJECTED', origin)
    return []
  })
}

/** One step of a request, its unit and the request itself held until it is done. */
function step(
  platform: Platform,
  viewer: Viewer,
  id: string,
  from: readonly string[],
  take: (request: BackPaymentRow) => Promise<readonly BackPaymentProblem[]>,
): Promise<BackPaymentOutcome> {
  return platform.database.transaction(async () => {
    const known = requireVisible(viewer, await findBackPayment(platform, requireUuid(id, 'back payment')))
    await lockUnits(platform, [known.employerId])
    const request = requireVisible(viewer, await lockBackPayment(platform, known.id))
    if (!from.includes(request.status)) return refused({ code: 'NOT_IN_STATE', reference: request.status })
    const problems = await take(request)
    return problems.length > 0 ? refused(...problems) : { kind: 'DONE', backPaymentId: request.id }
  })
}

function record(
  platform: Platform,
  viewer: Viewer,
  { id, number, premium }: BackPaymentRow,
  action: AuditAction,
  origin: string,
): Promise<void> {
  return platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: actingRole(viewer, checkingRoles),
    origin,
    action,
    recordType: 'BackPayment',
    recordId: id,
    change: { number, premium: Number(premium) },
  })
}

function requireText(field: string, text: string): string {
  const written = text.trim()
  const length = [...written].length
  if (length < 4 || length > 500) throw badInput(field, '4 to 500 characters are needed.')
  return written
}
