import { stateNamed } from '@shebao/case'
import type { Lifecycle, StepOutcome, Trace } from '../../../case/lifecycle.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockUnits } from '../assessment/index.ts'
import { refused } from './back-payment-problem.ts'
import type { BackPaymentOutcome, BackPaymentProblem } from './back-payment-problem.ts'
import { backPaymentTable } from './back-payment.lifecycle.ts'
import { findBackPayment, lockBackPayment } from './back-payment.repository.ts'
import type { BackPaymentRow } from './back-payment.repository.ts'
import { backPaymentWork } from './back-payment-work.repository.ts'

type State = (typeof backPaymentTable.states)[number]
type Event = (typeof backPaymentTable.steps)[number]['event']

interface BackPaymentFacts {
  /** What stands in the way of the months, planned anew. */
  readonly problems?: readonly BackPaymentProblem[]
}

export const backPaymentCase: Lifecycle<
  BackPaymentRow,
  State,
  Event,
  'MONTHS_MAY_BE_BILLED',
  BackPaymentFacts,
  BackPaymentProblem
> = {
  table: backPaymentTable,
  what: 'back payment',
  see: 'back-payment:read',
  lock: lockWithUnit,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(backPaymentTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { checkedBy }) => ({ CHECK: checkedBy ? [checkedBy] : [] }),
  work: backPaymentWork,
  tellings: {
    BACK_PAYMENT_APPROVED: async (platform, { id, ...request }) => {
      // What was asked again at the approval stands in the row by now.
      const approved = (await findBackPayment(platform, id)) ?? request
      return { kind: 'BACK_PAYMENT_APPROVED', params: amountOf({ ...approved, id }) }
    },
    BACK_PAYMENT_REJECTED: (_platform, request) => ({ kind: 'BACK_PAYMENT_REJECTED', params: amountOf(request) }),
  },
  guards: { MONTHS_MAY_BE_BILLED: ({ problems = [{ code: 'NO_MONTHS' }] }) => problems },
}

const amountOf = ({ id, number, premium, lateFee }: Pick<BackPaymentRow, 'id' | 'number' | 'premium' | 'lateFee'>) => ({
  id,
  number,
  amount: Number(premium + lateFee),
})

/** The unit before the request, as everything that bills locks them. */
async function lockWithUnit(platform: Platform, id: string): Promise<BackPaymentRow | undefined> {
  const known = await findBackPayment(platform, id)
  if (!known) return undefined
  await lockUnits(platform, [known.employerId])
  return lockBackPayment(platform, id)
}

export function traceOf(action: AuditAction): (request: BackPaymentRow) => Trace {
  return ({ id, number, premium }) => ({
    action,
    recordType: 'BackPayment',
    recordId: id,
    change: { number, premium: Number(premium) },
  })
}

export function outcomeOf(
  outcome: StepOutcome<BackPaymentRow, State, BackPaymentProblem, unknown>,
): BackPaymentOutcome {
  return outcome.kind === 'REFUSED'
    ? refused(...problemsOf(outcome.refusal))
    : { kind: 'DONE', backPaymentId: outcome.row.id }
}
