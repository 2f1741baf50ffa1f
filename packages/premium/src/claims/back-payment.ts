import { WageError } from '../base.ts'
import type { WageProblem } from '../base.ts'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import { fen, monthsBetween } from '@shebao/kernel'
import { lateFee } from './late-fee.ts'
import type { LateFee, LateFeeCap, LateFeeInput, LateFeeRule } from './late-fee.ts'
import type { Policy, PolicyProblem, PolicyResult } from '../policy.ts'
import { assessPerson } from '../premium.ts'
import type { Assessment, PersonInput } from '../premium.ts'

/** Back payment (补缴, 3.5): every month on the bases and rates of that month, plus its late fee. */
export type BackPaymentMonth = {
  readonly period: Period
  readonly person: PersonInput
  /** Last day on which the month could have been paid in time. */
  readonly due: CivilDate
}

export type BackPaymentRequest = {
  readonly reason: string
  readonly evidence: readonly ('CONTRACT' | 'PAYROLL' | 'VOUCHER' | 'LEGAL_DOCUMENT')[]
  readonly months: readonly BackPaymentMonth[]
  readonly peopleInBatch: number
  /** The month in which the request is made. */
  readonly current: Period
  readonly until: CivilDate
  readonly rule?: LateFeeRule
  readonly cap?: LateFeeCap
}

/** Online limits of the office; the defaults are those of a Guangdong form. */
export type BackPaymentLimits = {
  readonly onlineMonths: number
  readonly onlinePeople: number
  /** Further back than this a court, arbitration, audit or inspection document is needed (unverified). */
  readonly documentMonths: number
}
export const BACK_PAYMENT_LIMITS: BackPaymentLimits = { onlineMonths: 3, onlinePeople: 20, documentMonths: 36 }

export type BackPaymentRefusal =
  | { readonly code: 'REASON_MISSING' | 'EVIDENCE_MISSING' | 'NO_MONTHS' }
  | { readonly code: 'DUPLICATE_MONTH' | 'NOT_A_PAST_MONTH' | 'LEGAL_DOCUMENT_NEEDED'; readonly period: Period }
  | { readonly code: 'NO_POLICY'; readonly period: Period; readonly problem: PolicyProblem }
  | { readonly code: 'WAGE_UNUSABLE'; readonly period: Period; readonly problem: WageProblem }

export type BackPaymentCharge = {
  readonly period: Period
  readonly policy: Policy
  readonly person: PersonInput
  readonly assessment: Assessment
  readonly lateFee: LateFee
}

export type BackPaymentPlan =
  | { readonly ok: false; readonly refusals: readonly BackPaymentRefusal[] }
  | {
      readonly ok: true
      readonly route: 'ONLINE' | 'STAFF_REVIEW'
      readonly charges: readonly BackPaymentCharge[]
      readonly premium: Fen
      readonly lateFee: Fen
      readonly total: Fen
    }

/** Plans a back payment whole, or names every reason why it cannot be made. */
export function planBackPayment(
  request: BackPaymentRequest,
  policyOf: (period: Period) => PolicyResult,
  limits: BackPaymentLimits = BACK_PAYMENT_LIMITS,
): BackPaymentPlan {
  const refusals = requestRefusals(request, limits)
  const charges: BackPaymentCharge[] = []
  for (const month of request.months) {
    const result = policyOf(month.period)
    if (!result.ok) {
      refusals.push({ code: 'NO_POLICY', period: month.period, problem: result.problem })
      continue
    }
    const assessment = tryAssess(result.policy, month.person)
    if (typeof assessment === 'string') {
      refusals.push({ code: 'WAGE_UNUSABLE', period: month.period, problem: assessment })
      continue
    }
    const { period, person } = month
    const fee = lateFee(feeInput(request, month, assessment.total))
    charges.push({ period, policy: result.policy, person, assessment, lateFee: fee })
  }
  if (refusals.length > 0) return { ok: false, refusals }

  const oldest = Math.max(...request.months.map(({ period }) => monthsBetween(period, request.current)))
  const online = oldest <= limits.onlineMonths && request.peopleInBatch <= limits.onlinePeople
  const premium = charges.reduce((sum, { assessment }) => sum + assessment.total, 0)
  const fee = charges.reduce((sum, charge) => sum + charge.lateFee.fee, 0)
  return {
    ok: true,
    route: online ? 'ONLINE' : 'STAFF_REVIEW',
    charges,
    premium: fen(premium),
    lateFee: fen(fee),
    total: fen(premium + fee),
  }
}

function tryAssess(policy: Policy, person: PersonInput): Assessment | WageProblem {
  try {
    return assessPerson(policy, person)
  } catch (error) {
    if (error instanceof WageError) return error.problem
    throw error
  }
}

function feeInput(request: BackPaymentRequest, month: BackPaymentMonth, principal: Fen): LateFeeInput {
  return {
    principal,
    due: month.due,
    until: request.until,
    ...(request.rule === undefined ? {} : { rule: request.rule }),
    ...(request.cap === undefined ? {} : { cap: request.cap }),
  }
}

function requestRefusals(request: BackPaymentRequest, limits: BackPaymentLimits): BackPaymentRefusal[] {
  const refusals: BackPaymentRefusal[] = []
  if (request.reason.trim() === '') refusals.push({ code: 'REASON_MISSING' })
  if (request.evidence.length === 0) refusals.push({ code: 'EVIDENCE_MISSING' })
  if (request.months.length === 0) refusals.push({ code: 'NO_MONTHS' })
  const seen = new Set<Period>()
  for (const { period } of request.months) {
    if (seen.has(period)) refusals.push({ code: 'DUPLICATE_MONTH', period })
    seen.add(period)
    const age = monthsBetween(period, request.current)
    if (age <= 0) refusals.push({ code: 'NOT_A_PAST_MONTH', period })
    if (age > limits.documentMonths && !request.evidence.includes('LEGAL_DOCUMENT')) {
      refusals.push({ code: 'LEGAL_DOCUMENT_NEEDED', period })
    }
  }
  return refusals
}
