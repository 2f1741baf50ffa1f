import type { RefundState } from '@shebao/premium'
import { stateNamed } from '@shebao/case'
import type { Lifecycle, StepOutcome, Trace } from '../../../case/lifecycle.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { refused } from './refund-outcome.ts'
import type { RefundOutcome, RefundProblem } from './refund-outcome.ts'
import { refundTable } from './refund.lifecycle.ts'
import { lockRefund } from './refund.repository.ts'
import type { RefundRow } from './refund.repository.ts'
import { refundWork } from './refund-work.repository.ts'

type RefundEvent = (typeof refundTable.steps)[number]['event']

interface RefundFacts {
  /** What stands in the way of the money, everything asked anew. */
  readonly problems?: readonly RefundProblem[]
}

export const refundCase: Lifecycle<
  RefundRow,
  RefundState,
  RefundEvent,
  'MONEY_MAY_GO_BACK',
  RefundFacts,
  RefundProblem
> = {
  table: refundTable,
  what: 'refund',
  see: 'refund:read',
  lock: lockRefund,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(refundTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { appliedBy, verifiedBy, approvedBy }) => ({
    APPLY: [appliedBy],
    VERIFY: verifiedBy ? [verifiedBy] : [],
    APPROVE: approvedBy ? [approvedBy] : [],
  }),
  work: refundWork,
  tellings: {
    REFUND_WAITS: (_platform, refund) => ({ kind: 'REFUND_WAITS', params: amountOf(refund) }),
    REFUND_APPROVED: (_platform, refund) => ({ kind: 'REFUND_APPROVED', params: amountOf(refund) }),
    REFUND_PAID_OUT: (_platform, refund) => ({ kind: 'REFUND_PAID_OUT', params: amountOf(refund) }),
    REFUND_REJECTED: (_platform, refund) => ({ kind: 'REFUND_REJECTED', params: amountOf(refund) }),
  },
  guards: { MONEY_MAY_GO_BACK: ({ problems = [{ code: 'MONEY_NOT_RECEIVED' }] }) => problems },
}

const amountOf = ({ id, number, amount }: RefundRow) => ({ id, number, amount: Number(amount) })

/** Both are read in the trail by number and amount. */
export function traceOf(action: AuditAction): (refund: RefundRow) => Trace {
  return ({ id, number, amount }) => ({
    action,
    recordType: 'Refund',
    recordId: id,
    change: { number, amount: Number(amount) },
  })
}

export function outcomeOf(outcome: StepOutcome<RefundRow, RefundState, RefundProblem, unknown>): RefundOutcome {
  return outcome.kind === 'REFUSED'
    ? refused(...problemsOf(outcome.refusal))
    : { kind: 'DONE', refundId: outcome.row.id }
}
