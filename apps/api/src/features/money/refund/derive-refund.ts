import { fen, oneOf } from '@shebao/kernel'
import { amountOf, explain, explainRefund, ANY_REFUND_REASONS } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Explanation, RefundShare } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { subjectOfRow } from './decide-refund.ts'
import { correctedMonth, loadMoney, monthOf } from './refund-money.ts'
import type { Subject } from './refund-money.ts'
import { findRefund } from './refund.repository.ts'
import type { RefundRow } from './refund.repository.ts'

export interface RefundToDerive {
  subject: Subject
  reason: string
  amount: Fen
  shares: readonly RefundShare[]
  correctedWage: Fen | undefined
  /** Parameters published later are not its business; absent: as of now. */
  appliedAt?: Date
}

/**
 * Why a refund comes to what it comes to. Of a month: share by share, where a corrected wage was given as what was paid less
 * what that wage leads to. Other money stands as it was booked or set aside.
 */
export async function deriveRefund(platform: Platform, refund: RefundToDerive): Promise<Explanation> {
  const { subject, amount, shares, correctedWage, appliedAt } = refund
  const reason = oneOf(ANY_REFUND_REASONS, refund.reason, 'refund reason')
  const booked = explain('REFUND', 'BOOKED', 'FEN', fen(amount), { params: { reason } })
  if (subject.source !== 'MONTH') return booked
  const month = monthOf(subject)
  const corrected =
    correctedWage === undefined
      ? undefined
      : await correctedMonth(
          platform,
          month,
          // A refund that was paid out took the bases down with it.
          (await loadMoney(platform, subject, false)).rows.filter(({ kind }) => kind !== 'REFUND'),
          correctedWage,
          appliedAt,
        )
  const derived = explainRefund(reason, shares, corrected)
  return amountOf(derived) === amount ? derived : booked
}

export function deriveRefundRow(platform: Platform, refund: RefundRow): Promise<Explanation> {
  return deriveRefund(platform, {
    subject: subjectOfRow(refund),
    reason: refund.reason,
    amount: fen(Number(refund.amount)),
    shares: refund.shares,
    correctedWage: refund.correctedWage === null ? undefined : fen(Number(refund.correctedWage)),
    appliedAt: refund.appliedAt,
  })
}

/** The same by the refund's id, for whoever holds no more than that; nothing when there is no such refund. */
export async function deriveRefundById(platform: Platform, id: string): Promise<Explanation | undefined> {
  const refund = await findRefund(platform, id)
  return refund && deriveRefundRow(platform, refund)
}
