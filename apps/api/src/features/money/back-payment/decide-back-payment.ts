import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { issue } from './apply-back-payment.ts'
import { askAgain } from './ask-again.ts'
import { backPaymentCase, outcomeOf, traceOf } from './back-payment-case.ts'
import type { BackPaymentOutcome } from './back-payment-problem.ts'
import { updateBackPayment } from './back-payment.repository.ts'

/** The first pair of eyes: the request compared with its evidence. */
export async function checkBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn, finding }: Decision & { finding: string },
  origin: string,
): Promise<BackPaymentOutcome> {
  const actor = requireMay(asker, 'back-payment:check')
  const seen = requireText('finding', finding)
  const outcome = await takeStep(platform, backPaymentCase, {
    id: requireUuid(id, 'back payment'),
    decidedOn,
    event: 'CHECK',
    actor,
    origin,
    note: seen,
    facts: noFacts,
    write: (request, status) =>
      updateBackPayment(platform, request.id, {
        status,
        finding: seen,
        checkedBy: actor.accountId,
        checkedAt: platform.clock.now(),
      }),
    trace: traceOf('BACK_PAYMENT_CHECKED'),
  })
  return outcomeOf(outcome)
}

/** The second: everything is asked again, because months may have been billed since, and the notices are issued. */
export async function approveBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn }: Decision,
  origin: string,
): Promise<BackPaymentOutcome> {
  const actor = requireMay(asker, 'back-payment:approve')
  const outcome = await takeStep(platform, backPaymentCase, {
    id: requireUuid(id, 'back payment'),
    decidedOn,
    event: 'APPROVE',
    actor,
    origin,
    facts: async (request) => {
      const { months, planned } = await askAgain(platform, request)
      return { months, ...planned }
    },
    write: async (request, status, { months, premium, lateFee }) => {
      await updateBackPayment(platform, request.id, {
        status,
        premium: BigInt(premium),
        lateFee: BigInt(lateFee),
        decidedBy: actor.accountId,
        decidedAt: platform.clock.now(),
      })
      await issue(platform, { employerId: request.employerId, backPaymentId: request.id }, months)
    },
    trace: traceOf('BACK_PAYMENT_APPROVED'),
  })
  return outcomeOf(outcome)
}

/** Before it is billed; the employer reads why. */
export async function rejectBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn, reason }: Decision & { reason: string },
  origin: string,
): Promise<BackPaymentOutcome> {
  const actor = requireMay(asker, 'back-payment:reject')
  const why = requireText('reason', reason)
  const outcome = await takeStep(platform, backPaymentCase, {
    id: requireUuid(id, 'back payment'),
    decidedOn,
    event: 'REJECT',
    actor,
    origin,
    note: why,
    facts: noFacts,
    write: (request, status) =>
      updateBackPayment(platform, request.id, {
        status,
        rejectionReason: why,
        decidedBy: actor.accountId,
        decidedAt: platform.clock.now(),
      }),
    trace: traceOf('BACK_PAYMENT_REJECTED'),
  })
  return outcomeOf(outcome)
}
