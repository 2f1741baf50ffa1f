import { addMonths, monthsBetween, period, yearOf } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'

/**
 * Statutory retirement under the 2024 reform, from 2025-01-01 (domain specification 2.5). A woman's category follows
 * from her post, not from her ID, so it is declared.
 */
export const RETIREMENT_CATEGORIES = ['MALE', 'FEMALE_55', 'FEMALE_50'] as const
export type RetirementCategory = (typeof RETIREMENT_CATEGORIES)[number]

type RetirementRule = { start: Period; oldAgeYears: number; stepMonths: number; maxDelayMonths: number }

const RULES: Readonly<Record<RetirementCategory, RetirementRule>> = {
  MALE: { start: period('1965-01'), oldAgeYears: 60, stepMonths: 4, maxDelayMonths: 36 },
  FEMALE_55: { start: period('1970-01'), oldAgeYears: 55, stepMonths: 4, maxDelayMonths: 36 },
  FEMALE_50: { start: period('1975-01'), oldAgeYears: 50, stepMonths: 2, maxDelayMonths: 60 },
}

export type Retirement = {
  readonly period: Period
  readonly delayMonths: number
  readonly ageMonths: number
  readonly minimumContributionMonths: number
}

export function retirement(category: RetirementCategory, birthMonth: Period): Retirement {
  const rule = RULES[category]
  const monthsAfterStart = monthsBetween(rule.start, birthMonth)
  const delayMonths =
    monthsAfterStart < 0 ? 0 : Math.min(rule.maxDelayMonths, Math.floor(monthsAfterStart / rule.stepMonths) + 1)
  const ageMonths = rule.oldAgeYears * 12 + delayMonths
  const retires = addMonths(birthMonth, ageMonths)
  return {
    period: retires,
    delayMonths,
    ageMonths,
    minimumContributionMonths: minimumContributionMonths(yearOf(retires)),
  }
}

/** Months of pension contributions needed when retiring in a year: 180, and from 2030 six more a year up to 240. */
export function minimumContributionMonths(retirementYear: number): number {
  return Math.min(240, Math.max(180, 180 + 6 * (retirementYear - 2029)))
}
