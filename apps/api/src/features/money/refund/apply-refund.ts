import { fen, ZERO_FEN } from '@shebao/kernel'
import { REFUND_REASONS_OF } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { RefundSource } from '@shebao/premium'
import { may, requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireOwnDistrict } from '../../../case/require-own-district.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { findEmployerBalance } from '../ledger/index.ts'
import { factsOf, loadMoney, monthOf, sharesToRefund } from './refund-money.ts'
import type { Money, MonthShare, Subject } from './refund-money.ts'
import { guardProblems, refused } from './refund-outcome.ts'
import type { RefundOutcome, RefundProblem } from './refund-outcome.ts'
import { refundTable } from './refund.lifecycle.ts'
import { findLiveRefund, insertRefund, lockSubject } from './refund.repository.ts'
import { findSetAside, isPaidElsewhere } from './refund-source.repository.ts'

export interface RefundApplication {
  source: RefundSource
  individualId?: string | null | undefined
  period?: string | null | undefined
  paymentId?: string | null | undefined
  itemId?: string | null | undefined
  reason: string
  explanation: string
  /** MONTH: the wage that should have been declared; without it all that is left of the month goes back. */
  correctedWage?: Fen | null | undefined
  receiptSigned?: boolean | null | undefined
  /** CREDIT: how much of it; all of it when absent. */
  amount?: Fen | null | undefined
  /** What proves the reason: files that the asker handed in. */
  files?: readonly string[] | null | undefined
}

export interface PlannedRefund {
  subject: Subject
  reason: string
  correctedWage: Fen | undefined
  amount: Fen
  personalShare: Fen
  shares: MonthShare[]
  accountMasked: string
  /** What stands in the way now. */
  problems: RefundProblem[]
  /** May still come before the refund is verified. */
  missing: RefundProblem[]
}

/** What would go back and what stands in the way; nothing is written. */
export async function planRefund(
  platform: Platform,
  asker: Viewer,
  application: RefundApplication,
): Promise<PlannedRefund> {
  checkApplication(application)
  const { subject, accountMasked } = await subjectOf(platform, asker, application)
  const money = await loadMoney(platform, subject, false)
  const planned = await computeAmount(platform, subject, application, money)
  const receiptSigned = application.receiptSigned ?? false
  const facts = factsOf({ ...planned, benefitDrawn: null, receiptSigned }, money, null)
  const guards = guardProblems(facts)
  const missing = guards.filter(({ code }) => code === 'PERSONAL_RECEIPT_MISSING')
  const problems = [
    ...(planned.problem && money.received > 0
      ? [planned.problem, ...guards.filter(({ code }) => code === 'ALREADY_REFUNDED')]
      : guards.filter(({ code }) => code !== 'PERSONAL_RECEIPT_MISSING')),
    ...(await otherProblems(platform, subject, application, money)),
  ]
  const { reason, correctedWage } = application
  return { subject, accountMasked, reason, correctedWage: correctedWage ?? undefined, ...planned, problems, missing }
}

/** The employer asks for money back; staff may ask only for money set aside. One refund of the same money is under way at a time. */
export async function applyForRefund(
  platform: Platform,
  asker: Viewer,
  application: RefundApplication,
  origin: string,
): Promise<RefundOutcome> {
  return platform.database.transaction(async () => {
    checkApplication(application)
    const { subject } = await subjectOf(platform, asker, application)
    await lockSubject(platform, Object.values(subject).join('|'))
    const planned = await planRefund(platform, asker, application)
    if (planned.problems.length > 0) return refused(...planned.problems)
    const { rows } = await loadMoney(platform, subject, false)
    const principal = subject.source === 'MONTH' ? rows.find(({ kind }) => kind !== 'REFUND') : undefined
    const refund = await openCase(platform, refundTable, {
      event: 'APPLY',
      actor: asker,
      origin,
      write: () =>
        insertRefund(platform, {
          ...subject,
          monthKind: principal?.kind ?? null,
          monthSequence: principal?.sequence ?? null,
          reason: application.reason,
          explanation: application.explanation.trim(),
          correctedWage: application.correctedWage ? BigInt(application.correctedWage) : null,
          shares: planned.shares,
          accountMasked: planned.accountMasked,
          amount: BigInt(planned.amount),
          personalShare: BigInt(planned.personalShare),
          receiptSigned: application.receiptSigned ?? false,
          appliedBy: asker.accountId,
          appliedAt: platform.clock.now(),
        }),
      trace: ({ id, number }) => ({
        action: 'REFUND_APPLIED',
        recordType: 'Refund',
        recordId: id,
        reason: application.reason,
        change: { number, source: subject.source, amount: planned.amount },
      }),
    })
    await attachEvidence(platform, asker, { ...refund, employerId: subject.employerId ?? null }, application.files)
    return { kind: 'DONE', refundId: refund.id }
  })
}

/** Files that prove the reason of a refund, within the step that is taken with them. */
export function attachEvidence(
  platform: Platform,
  actor: Viewer,
  { id, employerId }: { id: string; employerId: string | null },
  files: readonly string[] | null | undefined,
): Promise<void> {
  return attachFiles(platform, actor, {
    field: 'files',
    ids: files ?? [],
    subject: { kind: 'REFUND', id, employerId },
    retention: 'CASE_EVIDENCE',
  })
}

function checkApplication({ source, reason, explanation, correctedWage, amount }: RefundApplication): void {
  const reasons: readonly string[] = REFUND_REASONS_OF[source]
  if (!reasons.includes(reason)) throw badInput('reason', `One of ${reasons.join(', ')} is needed.`)
  requireText('explanation', explanation)
  const partial = reason === 'OVER_DECLARED' || reason === 'SYSTEM_ERROR'
  if (reason === 'OVER_DECLARED' && !correctedWage)
    throw badInput('correctedWage', 'The wage that should have been declared is needed.')
  if (correctedWage && (source !== 'MONTH' || !partial))
    throw badInput('correctedWage', 'Only with OVER_DECLARED or SYSTEM_ERROR.')
  if (correctedWage && correctedWage < 0) throw badInput('correctedWage', 'A wage is not negative.')
  if (amount && (source !== 'CREDIT' || amount < 0))
    throw badInput('amount', 'Only of a credit, and more than nothing.')
}

/** Whose money it is: the asker's own, or for staff a payment or item set aside. */
async function subjectOf(
  platform: Platform,
  asker: Viewer,
  { source, individualId, period, paymentId, itemId }: RefundApplication,
): Promise<{ subject: Subject; accountMasked: string }> {
  if (asker.kind !== 'EMPLOYER' && source !== 'SUSPENSE') throw forbidden()
  if (source === 'SUSPENSE') {
    const of = paymentId
      ? { paymentId: requireUuid(paymentId, 'payment') }
      : { itemId: requireUuid(itemId ?? '', 'item') }
    const found = await findSetAside(platform, of)
    if (asker.kind === 'EMPLOYER' ? !found || !may(asker, 'refund:apply', found) : !found) throw notFound('payment')
    if (asker.kind !== 'EMPLOYER') requireMay(asker, 'refund:apply')
    const employerId = found?.employerId ?? null
    await requireOwnDistrict(platform, asker, { employerId })
    return {
      subject: { source, employerId, ...of },
      accountMasked: found?.payerMasked ?? (await accountOf(platform, employerId)),
    }
  }
  const { employerId } = requireMay(asker, 'refund:choose')
  const accountMasked = await accountOf(platform, employerId)
  if (source === 'CREDIT') return { subject: { source, employerId }, accountMasked }
  if (!individualId || !period) throw badInput('individualId', 'Person and month are needed.')
  return { subject: { source, employerId, individualId: requireUuid(individualId, 'person'), period }, accountMasked }
}

/** The account premiums come from stands in the register, masked; the last four digits can be compared. */
async function accountOf(platform: Platform, employerId: string | null): Promise<string> {
  return (employerId ? (await findEmployer(platform, employerId))?.bankAccountMasked : undefined) ?? ''
}

interface PlannedAmount {
  amount: Fen
  personalShare: Fen
  shares: MonthShare[]
  problem?: RefundProblem
}

async function computeAmount(
  platform: Platform,
  subject: Subject,
  { correctedWage, amount }: RefundApplication,
  money: Money,
): Promise<PlannedAmount> {
  const whole = fen(Math.max(0, money.received - money.alreadyRefunded))
  if (subject.source === 'CREDIT') return { amount: amount ?? whole, personalShare: ZERO_FEN, shares: [] }
  if (subject.source === 'SUSPENSE') return { amount: whole, personalShare: ZERO_FEN, shares: [] }
  const result = await sharesToRefund(platform, monthOf(subject), money, correctedWage ?? undefined)
  return result.ok ? result : { amount: ZERO_FEN, personalShare: ZERO_FEN, shares: [], problem: { code: result.code } }
}

async function otherProblems(
  platform: Platform,
  subject: Subject,
  { reason }: RefundApplication,
  money: Money,
): Promise<RefundProblem[]> {
  const problems: RefundProblem[] = []
  const { source, ...ids } = subject
  const live = await findLiveRefund(platform, withoutNulls(ids), source)
  if (live) problems.push({ code: 'ALREADY_APPLIED', reference: live })
  if (source === 'MONTH' && reason === 'DUPLICATE' && money.received > 0) {
    if (!(await isPaidElsewhere(platform, monthOf(subject)))) problems.push({ code: 'NOT_A_DUPLICATE' })
  }
  return [...problems, ...(await debtProblems(platform, subject))]
}

/** A credit settles what is owed before any of it goes back (3.5). */
export async function debtProblems(platform: Platform, { source, employerId }: Subject): Promise<RefundProblem[]> {
  if (source !== 'CREDIT' || !employerId) return []
  const { owed } = await findEmployerBalance(platform, employerId)
  return owed > 0 ? [{ code: 'DEBT_OPEN', amount: owed }] : []
}

function withoutNulls(ids: Omit<Subject, 'source'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ids).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
