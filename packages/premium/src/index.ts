/** Premiums: bases, policy, amounts, working days. */
export type { Assessment, PersonInput, PremiumColumns, PremiumLine } from './premium.ts'
export type { AverageRounding, WageBasis, WageProblem, WagesKnown } from './base.ts'
export type { CertificateRange, CertificateRangeProblem } from './certificate-range.ts'
export type { CalendarDay, CalendarDayKind, CalendarProblem, CalendarProblemCode } from './calendar-year.ts'
export type { DayLimit, PreparedCalendar, WorkingCalendar } from './working-days.ts'
export type {
  DeclarationMode,
  DeemedOutcome,
  MonthOnRecord,
  Settlement,
  ShareAmount,
  UndeclaredMonth,
} from './assessed.ts'
export type { Consequence, Delay, DelayedDebt, Unfiled, UnfiledQuestion } from './delay.ts'
export type { PaymentDay } from './payment-day.ts'
export type { PensionOutlook } from './pension-outlook.ts'
export type { Policy, PolicyLimit, PolicyLine, PolicyProblem, PolicyResult } from './policy.ts'
export type { Retirement, RetirementCategory } from './retirement.ts'
export { CALENDAR_DAY_KINDS, CALENDAR_PROBLEMS, calendarOf, checkCalendarYear } from './calendar-year.ts'
export { CERTIFICATE_MONTHS, CERTIFICATE_RANGE_PROBLEMS, checkCertificateRange } from './certificate-range.ts'
export {
  CalendarYearMissingError,
  addWorkingDays,
  coercionLawLimit,
  deadline,
  isWorkingDay,
  nextWorkingDay,
  prepareCalendar,
  workingDaysBetween,
} from './working-days.ts'
export { DEEMED_PERCENT, deemUndeclaredMonth, deemedPremium, settleDeemed } from './assessed.ts'
export { CONSEQUENCES, DELAY_DAYS_AT_MOST, consequencesOfDelay, delayOf, unfiledMonth } from './delay.ts'
export { FALLBACK_DUE_DAY, LEAST_DAYS_TO_PAY, paymentDay } from './payment-day.ts'
export { pensionOutlook } from './pension-outlook.ts'
export { PolicyError, fixedOnly, preparePolicy, requirePolicy } from './policy.ts'
export { RETIREMENT_CATEGORIES, minimumContributionMonths, retirement } from './retirement.ts'
export {
  WageError,
  averageWage,
  contributionBase,
  impliedLimits,
  monthlyWageProblem,
  wageBasis,
  wageYear,
} from './base.ts'
export { absenceMask, assessPeople, assessPerson, limitOf, lineAmount } from './premium.ts'
export * from './account/index.ts'
export * from './claims/index.ts'
export * from './explain/index.ts'
export * from './parameters/index.ts'
