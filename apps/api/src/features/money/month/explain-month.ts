import { fen, period as toPeriod } from '@shebao/kernel'
import {
  amountOf,
  explain,
  explainDifferences,
  explainPersonDifference,
  explainPerson,
  explainSum,
  findPart,
  assessmentDifference,
  PolicyError,
} from '@shebao/premium'
import type { Side } from '@shebao/kernel'
import type { Explanation, PersonInput, Policy, PremiumLine, WageBasis } from '@shebao/premium'
import { may } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { policyOfUnit } from '../policy/index.ts'
import { findBilledAt, findMonth, findWageOrigin, listRowsOfMonth } from './premium-payment.repository.ts'
import type { PremiumMonth } from './premium-payment.repository.ts'

export interface MonthDerivation {
  explanation: Explanation
  /** Whether the derivation arrives at the amounts on record. */
  agrees: boolean
  individualId: string
}

/** `<person>:<month>:<employer>:<kind>`, with `:<sequence>` for a further one of the kind, as PremiumPayment.id gives it. */
export function monthId({
  individualId,
  period,
  employerId,
  kind,
  sequence,
}: Pick<PremiumMonth, 'individualId' | 'period' | 'employerId' | 'kind' | 'sequence'>): string {
  return `${individualId}:${period}:${employerId}:${kind}${sequence > 0 ? `:${sequence}` : ''}`
}

/** Why a person's month costs what it costs, from the parameters of that month. */
export async function explainMonth(platform: Platform, viewer: Viewer, id: string): Promise<MonthDerivation> {
  const month = await findOwnMonth(platform, viewer, id)
  if (!month) throw notFound('premium payment')
  const explanation = await deriveRow(platform, month)
  return { explanation, agrees: amountOf(explanation) === monthTotal(month), individualId: month.individualId }
}

/** What each side's part of a month rests on; where the derivation does not arrive at the books, the books stand. */
export async function deriveShares(platform: Platform, month: PremiumMonth): Promise<Record<Side, Explanation>> {
  const whole = await deriveRow(platform, month)
  return {
    EMPLOYER: shareOf(whole, 'EMPLOYER', employerTotal(month)),
    PERSONAL: shareOf(whole, 'PERSONAL', personalTotal(month)),
  }
}

const shareLabels = { EMPLOYER: 'EMPLOYER_SHARE', PERSONAL: 'PERSONAL_SHARE' } as const

function shareOf(whole: Explanation, side: Side, booked: number): Explanation {
  const label = shareLabels[side]
  const part =
    whole.label === 'DIFFERENCE_TOTAL'
      ? explainSum(
          label,
          whole.inputs.filter(({ params }) => params['side'] === side),
        )
      : findPart(whole, { label })
  return part !== undefined && amountOf(part) === booked ? part : explain(label, 'BOOKED', 'FEN', fen(booked))
}

async function findOwnMonth(platform: Platform, viewer: Viewer, id: string): Promise<PremiumMonth | undefined> {
  const [individualId, period, employerId, kind, ordinal = '0', ...rest] = id.split(':')
  if (rest.length > 0 || !/^\d{1,6}$/.test(ordinal)) return undefined
  if (!individualId || !employerId || !period || !kind || !isUuid(individualId) || !isUuid(employerId)) return undefined
  if (!may(viewer, 'premium:explain', { individualId, employerId })) return undefined
  return findMonth(platform, individualId, { period, employerId, kind, sequence: Number(ordinal) })
}

/** A month by its own parameters; a difference from what stood before it; a refund as it was booked. */
async function deriveRow(platform: Platform, row: PremiumMonth): Promise<Explanation> {
  if (row.kind === 'DIFFERENCE') return deriveDifference(platform, row)
  if (row.kind === 'REFUND')
    return explain('REFUND', 'BOOKED', 'FEN', fen(monthTotal(row)), { params: { reason: 'BOOKED' } })
  return deriveMonth(platform, row)
}

async function deriveMonth(platform: Platform, month: PremiumMonth): Promise<Explanation> {
  if ((await findBilledAt(platform, month.individualId, month)) === undefined) return deriveUnbilled(platform, month)
  return explainPerson(await policyWhenBilled(platform, month), await personOf(platform, month)).total
}

/** A month paid before this office's ledger began: by our parameters where they arrive at it, else as it was brought in. */
async function deriveUnbilled(platform: Platform, month: PremiumMonth): Promise<Explanation> {
  try {
    const { policy } = await policyOfUnit(platform, month.employerId, toPeriod(month.period))
    const { total } = explainPerson(policy, await personOf(platform, month))
    if (amountOf(total) === monthTotal(month)) return total
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
  }
  return explain('TOTAL', 'BOOKED', 'FEN', fen(monthTotal(month)))
}

/** By the parameters as they were known when the month was billed; rows published since are the difference's business. */
async function policyWhenBilled(platform: Platform, row: PremiumMonth): Promise<Policy> {
  const billed = await findBilledAt(platform, row.individualId, row)
  return (await policyOfUnit(platform, row.employerId, toPeriod(row.period), billed)).policy
}

async function personOf(platform: Platform, month: PremiumMonth): Promise<PersonInput> {
  return { ...(await wageBasis(platform, month)), participation: participationOf(month) }
}

const participationOf = (month: PremiumMonth) => ({
  PENSION: month.pensionBase > 0,
  MEDICAL: month.medicalBase > 0,
  LARGE_MEDICAL: month.medicalBase > 0,
  UNEMPLOYMENT: month.unemploymentBase > 0,
  WORK_INJURY: month.workInjuryBase > 0,
  MATERNITY: month.maternityBase > 0,
})

/** Both premiums derived where that arrives at the difference on record, else the amounts before it and with it. */
async function deriveDifference(platform: Platform, row: PremiumMonth): Promise<Explanation> {
  const rows = await listRowsOfMonth(platform, row.individualId, row)
  const earlier = rows.filter(
    ({ kind, sequence }) => kind === 'NORMAL' || (kind === 'DIFFERENCE' && sequence < row.sequence),
  )
  const month = rows.find(({ kind }) => kind === 'NORMAL')
  const last = earlier.find(({ kind, sequence }) => kind === 'DIFFERENCE' && sequence === row.sequence - 1) ?? month
  if (month && last) {
    const [before, after] = [await policyWhenBilled(platform, last), await policyWhenBilled(platform, row)]
    const derived = explainPersonDifference(
      before,
      after,
      { ...(await wageBasis(platform, row)), participation: participationOf(month) },
      { ...(await wageBasis(platform, last)), participation: participationOf(month) },
    )
    if (amountOf(derived) === monthTotal(row)) return derived
  }
  return explainDifferences(assessmentDifference({ lines: linesOf(earlier) }, { lines: linesOf([...earlier, row]) }))
}

type Amounts = Pick<PremiumLine, 'insurance' | 'side' | 'amount'>

function linesOf(rows: readonly PremiumMonth[]): PremiumLine[] {
  return rows
    .flatMap((row): Amounts[] => [
      { insurance: 'PENSION', side: 'EMPLOYER', amount: fen(row.pensionEmployer) },
      { insurance: 'PENSION', side: 'PERSONAL', amount: fen(row.pensionPersonal) },
      { insurance: 'MEDICAL', side: 'EMPLOYER', amount: fen(row.medicalEmployer) },
      { insurance: 'MEDICAL', side: 'PERSONAL', amount: fen(row.medicalPersonal) },
      { insurance: 'UNEMPLOYMENT', side: 'EMPLOYER', amount: fen(row.unemploymentEmployer) },
      { insurance: 'UNEMPLOYMENT', side: 'PERSONAL', amount: fen(row.unemploymentPersonal) },
      { insurance: 'WORK_INJURY', side: 'EMPLOYER', amount: fen(row.workInjuryEmployer) },
      { insurance: 'MATERNITY', side: 'EMPLOYER', amount: fen(row.maternityEmployer) },
    ])
    .map((line) => ({ ...line, base: fen(0), ratePpm: 0, fixed: fen(0) }))
}

/**
 * Last year's wages and months, or the first month's wage, as the register has or had them when the month was billed: a later
 * declaration adds to its history. Where nothing was recorded the average on record is where the derivation ends.
 */
async function wageBasis(platform: Platform, month: PremiumMonth): Promise<WageBasis> {
  const average = fen(month.averageWage)
  const origin = await findWageOrigin(platform, month.individualId, month)
  if (origin === undefined) return { average }
  if (origin.wagesLastYear !== null && origin.monthsWorked !== null) {
    return { wagesLastYear: fen(Number(origin.wagesLastYear)), monthsWorked: origin.monthsWorked }
  }
  return origin.firstMonthWage === null ? { average } : { wage: fen(Number(origin.firstMonthWage)) }
}

export function monthTotal(month: PremiumMonth): number {
  return employerTotal(month) + personalTotal(month)
}

export function employerTotal(month: PremiumMonth): number {
  return (
    month.pensionEmployer +
    month.medicalEmployer +
    month.unemploymentEmployer +
    month.workInjuryEmployer +
    month.maternityEmployer
  )
}

export function personalTotal(month: PremiumMonth): number {
  return month.pensionPersonal + month.medicalPersonal + month.unemploymentPersonal
}
