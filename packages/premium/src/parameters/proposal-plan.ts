import { CARRIED_OVER_PARAMETERS, parameterKey } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'
import { addMonths, paymentYear, paymentYearPeriods } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { ResolvedParameter } from './parameters.ts'

/** What a proposal is judged against: one region as it stands. */
export type ProposalContext = {
  readonly region: string
  /** The published rows of the region, all of them, past and coming. */
  readonly published: readonly ParameterRow[]
  /** The months of the region that have been billed. */
  readonly billed: readonly Period[]
  /** The month it is at the office. */
  readonly current: Period
}

/** A published row that a successor ends, and the last month it then holds for. */
export type Closing = { readonly row: ParameterRow; readonly successor: ParameterRow; readonly validTo: Period }

export type PublicationPlan = {
  readonly closings: readonly Closing[]
  /** The published rows as they would stand, some of them ended. */
  readonly kept: readonly ParameterRow[]
  /** All rows of the region as they would stand. */
  readonly after: readonly ParameterRow[]
}

/**
 * A proposed row ends the published row for the same rule that reaches into it: nothing published is edited beyond its last
 * month. A published row that begins with the proposed one or later is not ended, and then overlaps.
 */
export function planPublication(
  proposed: readonly ParameterRow[],
  published: readonly ParameterRow[],
): PublicationPlan {
  const byRule = rulesOf(proposed)
  const closings: Closing[] = []
  const kept = published.map((row) => {
    const successor = byRule
      .get(parameterKey(row))
      ?.find(({ validFrom }) => validFrom > row.validFrom && (row.validTo === null || validFrom <= row.validTo))
    if (successor === undefined) return row
    const validTo = addMonths(successor.validFrom, -1)
    closings.push({ row, successor, validTo })
    return { ...row, validTo }
  })
  return { closings, kept, after: [...kept, ...proposed] }
}

/** Rows by rule, in time. */
export function rulesOf(rows: readonly ParameterRow[]): Map<string, ParameterRow[]> {
  const rules = Map.groupBy(rows, parameterKey)
  for (const group of rules.values()) group.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return rules
}

/** Which of the rows of one rule answers for a month; limits carry over, as in `resolveParameters`. */
export function answerIn(rule: readonly ParameterRow[], month: Period): ResolvedParameter | undefined {
  const row = rule.findLast(({ validFrom }) => validFrom <= month)
  if (row === undefined) return undefined
  if (row.validTo === null || month <= row.validTo) return { row, carriedOver: false }
  return CARRIED_OVER_PARAMETERS.has(row.name) ? { row, carriedOver: true } : undefined
}

/** A billed month whose answer the publication would change. */
export type ReachedMonth = {
  readonly month: Period
  /** The proposed row that answers, or that ends the one that did. */
  readonly row: ParameterRow
  readonly verdict: 'DIFFERENCE' | 'CLOSED' | 'TOO_FAR_BACK'
}

/**
 * The billed months a publication would answer differently. A billed month is closed [PD]; only limits that are published
 * late reach back, over months of the current payment year that were billed on carried-over limits: those get a difference.
 */
export function monthsReached(plan: PublicationPlan, proposed: readonly ParameterRow[], context: ProposalContext) {
  const [before, after, rules] = [rulesOf(context.published), rulesOf(plan.after), rulesOf(proposed)]
  const earliest = firstMonthOfPaymentYear(context)
  const reached: ReachedMonth[] = []
  for (const [key, rows] of rules) {
    const first = rows[0]?.validFrom ?? context.current
    for (const month of context.billed) {
      if (month < first) continue
      const old = answerIn(before.get(key) ?? [], month)
      const now = answerIn(after.get(key) ?? [], month)
      const row = rows.findLast(({ validFrom }) => validFrom <= month)
      if (row === undefined || (old?.row.validFrom === now?.row.validFrom && old?.carriedOver === now?.carriedOver))
        continue
      const late = old?.carriedOver === true && now !== undefined
      reached.push({ month, row, verdict: !late ? 'CLOSED' : month < earliest ? 'TOO_FAR_BACK' : 'DIFFERENCE' })
    }
  }
  return reached
}

/** The first month of the payment year that the current month is in; without a start month of its own, of the calendar year. */
export function firstMonthOfPaymentYear({ published, current }: ProposalContext): Period {
  const rule = published.filter(({ name }) => name === 'PAYMENT_YEAR_START_MONTH')
  const start = answerIn(
    rule.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    current,
  )
  const month = start === undefined ? 1 : Number(start.row.value)
  return paymentYearPeriods(month, paymentYear(month, current)).first
}
