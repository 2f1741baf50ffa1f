import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bankAccount, bookTransfer, creditOf, fundOf, negative, suspense } from '../ledger/index.ts'
import type { Entry } from '../ledger/index.ts'
import { moneyProblems, subjectOfRow } from './money-problems.ts'
import { outcomeOf, refundCase, traceOf } from './refund-case.ts'
import { amountColumns, baseColumns, loadMoney, monthOf } from './refund-money.ts'
import type { Money, MonthShare } from './refund-money.ts'
import type { RefundOutcome, RefundProblem } from './refund-outcome.ts'
import { isBankReferenceUsed, updateRefund } from './refund.repository.ts'
import type { RefundRow } from './refund.repository.ts'
import { insertRefundedMonth, markMonthRefunded } from '../month/index.ts'

export interface Payout extends Decision {
  /** The bank's own number of the transfer; each belongs to one refund. */
  bankReference: string
  /** Last four digits of the account the money went to: must be those of the account it came from. */
  accountLast4: string
}

const referencePattern = /^[\w./-]{4,64}$/

/**
 * Enters that an approved refund has left the bank: the entries against it, the person's month and the refund change together
 * or not at all, and once. The same call again by the same person finds it done.
 */
export async function payOutRefund(
  platform: Platform,
  asker: Viewer | undefined,
  input: Payout,
  origin: string,
): Promise<RefundOutcome> {
  const actor = requireMay(asker, 'refund:pay-out')
  const bankReference = input.bankReference.trim()
  if (!referencePattern.test(bankReference))
    throw badInput('bankReference', '4 to 64 letters, digits and . / _ - are needed.')
  if (!/^\d{4}$/.test(input.accountLast4)) throw badInput('accountLast4', 'Four digits are needed.')
  const outcome = await takeStep(platform, refundCase, {
    id: requireUuid(input.id, 'refund'),
    decidedOn: input.decidedOn,
    event: 'PAY_OUT',
    actor,
    origin,
    already: (refund) =>
      refund.status === 'PAID_OUT' && refund.bankReference === bankReference && refund.paidOutBy === actor.accountId,
    facts: async (refund) => ({ problems: await payoutProblems(platform, refund, { ...input, bankReference }) }),
    write: async (refund, status) => {
      await book(platform, refund, bankReference)
      await updateRefund(platform, refund.id, {
        status,
        bankReference,
        paidOutBy: actor.accountId,
        paidOutAt: platform.clock.now(),
      })
    },
    trace: traceOf('REFUND_PAID_OUT'),
  })
  return outcomeOf(outcome)
}

async function payoutProblems(
  platform: Platform,
  refund: RefundRow,
  { bankReference, accountLast4 }: Payout,
): Promise<RefundProblem[]> {
  const problems = await moneyProblems(platform, refund, refund.accountMasked.slice(-4) === accountLast4)
  const used = await isBankReferenceUsed(platform, bankReference)
  return used ? [...problems, { code: 'BANK_REFERENCE_USED' }] : problems
}

/** Reversal entries only: the funds, the credit or suspense give back what they had. Late fees stay. */
async function book(platform: Platform, refund: RefundRow, bankReference: string): Promise<void> {
  const amount = fen(Number(refund.amount))
  const money = await loadMoney(platform, subjectOfRow(refund), true)
  const noticeId = money.rows.find(({ kind }) => kind !== 'REFUND')?.noticeId
  const booked = await bookTransfer(platform, {
    kind: 'REFUND',
    key: `refund:${refund.id}`,
    occurredOn: platform.clock.today(),
    ...(noticeId ? { noticeId } : {}),
    ...(refund.paymentId ? { paymentId: refund.paymentId } : {}),
    memo: { number: refund.number, bankReference, ...(refund.itemId ? { itemId: refund.itemId } : {}) },
    entries: [...sourceEntries(refund, amount), { account: bankAccount, amount: negative(amount) }],
  })
  if (!booked) throw new Error(`Refund ${refund.number} is in the ledger already.`)
  if (refund.source === 'MONTH') await reverseMonth(platform, refund, money)
}

function sourceEntries(refund: RefundRow, amount: Fen): Entry[] {
  if (refund.source === 'CREDIT' && refund.employerId) return [{ account: creditOf(refund.employerId), amount }]
  if (refund.source === 'SUSPENSE') return [{ account: suspense, amount }]
  return refund.shares.map((share) => ({
    account: fundOf(share.insurance),
    amount: share.amount,
    ...(refund.period ? { period: refund.period } : {}),
    insurance: share.insurance,
    side: share.side,
  }))
}

/** A further row of the month with negative amounts; the month counts no longer when nothing is left of it. */
async function reverseMonth(
  platform: Platform,
  refund: RefundRow,
  { rows, received, alreadyRefunded }: Money,
): Promise<void> {
  const month = monthOf(subjectOfRow(refund))
  const whole = Number(refund.amount) === received - alreadyRefunded
  const principal = rows.find(({ kind }) => kind !== 'REFUND')
  const shares = refund.shares as MonthShare[]
  const amounts = amountColumns.map(([column, insurance, side]) => {
    const share = shares.find((each) => each.insurance === insurance && each.side === side)
    return [column, share ? negative(share.amount) : 0] as const
  })
  const bases = FIVE_INSURANCES.map((insurance) => {
    const change = whole
      ? -rows.reduce((sum, row) => sum + row[baseColumns[insurance]], 0)
      : (shares.find((share) => share.insurance === insurance)?.baseChange ?? 0)
    return [baseColumns[insurance], change] as const
  })
  await insertRefundedMonth(platform, {
    ...month,
    sequence: rows.filter(({ kind }) => kind === 'REFUND').length,
    noticeId: principal?.noticeId ?? null,
    postedOn: platform.clock.today(),
    averageWage: Number(refund.correctedWage ?? principal?.averageWage ?? 0),
    columns: Object.fromEntries([...amounts, ...bases]) as Parameters<typeof insertRefundedMonth>[1]['columns'],
  })
  if (whole) await markMonthRefunded(platform, month)
}
