import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachEvidence } from './apply-refund.ts'
import { outcomeOf, refundCase, traceOf } from './refund-case.ts'
import type { RefundOutcome } from './refund-outcome.ts'
import { moneyProblems } from './money-problems.ts'
import { updateRefund } from './refund.repository.ts'

/** What a member of staff has found out. */
export interface Verification extends Decision {
  benefitDrawn: boolean
  /** What was seen, 4 to 500 characters. */
  evidence: string
  /** Copies of it that the asker handed in. */
  files?: readonly string[] | null | undefined
}

/** The first pair of eyes in the office: whether a benefit was drawn, and what proves the reason. */
export async function verifyRefund(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn, benefitDrawn, evidence, files }: Verification,
  origin: string,
): Promise<RefundOutcome> {
  const actor = requireMay(asker, 'refund:verify')
  const seen = requireText('evidence', evidence)
  const outcome = await takeStep(platform, refundCase, {
    id: requireUuid(id, 'refund'),
    decidedOn,
    event: 'VERIFY',
    actor,
    origin,
    facts: async (refund) => ({ problems: await moneyProblems(platform, { ...refund, benefitDrawn }) }),
    async write(refund, status) {
      await updateRefund(platform, refund.id, {
        status,
        benefitDrawn: false,
        evidence: seen,
        verifiedBy: actor.accountId,
        verifiedAt: platform.clock.now(),
      })
      await attachEvidence(platform, actor, refund, files)
    },
    trace: traceOf('REFUND_VERIFIED'),
  })
  return outcomeOf(outcome)
}

/** The second: everything is asked again, because money may have moved since. */
export async function approveRefund(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn }: Decision,
  origin: string,
): Promise<RefundOutcome> {
  const actor = requireMay(asker, 'refund:approve')
  const outcome = await takeStep(platform, refundCase, {
    id: requireUuid(id, 'refund'),
    decidedOn,
    event: 'APPROVE',
    actor,
    origin,
    facts: async (refund) => ({ problems: await moneyProblems(platform, refund) }),
    write: (refund, status) =>
      updateRefund(platform, refund.id, { status, approvedBy: actor.accountId, approvedAt: platform.clock.now() }),
    trace: traceOf('REFUND_APPROVED'),
  })
  return outcomeOf(outcome)
}

/** From any step before the money leaves; the employer reads why. */
export async function rejectRefund(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn, reason }: Decision & { reason: string },
  origin: string,
): Promise<RefundOutcome> {
  const actor = requireMay(asker, 'refund:reject')
  const why = requireText('reason', reason)
  const outcome = await takeStep(platform, refundCase, {
    id: requireUuid(id, 'refund'),
    decidedOn,
    event: 'REJECT',
    actor,
    origin,
    note: why,
    facts: noFacts,
    write: (refund, status) =>
      updateRefund(platform, refund.id, {
        status,
        rejectedBy: actor.accountId,
        rejectedAt: platform.clock.now(),
        rejectionReason: why,
      }),
    trace: traceOf('REFUND_REJECTED'),
  })
  return outcomeOf(outcome)
}

/** The employer says that the person has signed for the personal share. Until the office has verified the refund. */
export async function confirmReceipt(
  platform: Platform,
  asker: Viewer | undefined,
  { id, decidedOn }: Decision,
  origin: string,
): Promise<RefundOutcome> {
  const outcome = await takeStep(platform, refundCase, {
    id: requireUuid(id, 'refund'),
    decidedOn,
    event: 'CONFIRM_RECEIPT',
    actor: requireMay(asker, 'refund:confirm-receipt'),
    origin,
    already: ({ status, receiptSigned }) => status === 'APPLIED' && receiptSigned,
    facts: noFacts,
    write: (refund) => updateRefund(platform, refund.id, { receiptSigned: true }),
    trace: traceOf('REFUND_RECEIPT_SIGNED'),
  })
  return outcomeOf(outcome)
}
