/** What every other room counts in: money, months, days, insurances, languages. Pure; imports nothing of the product. */
export { amountInCapitals } from './amount-in-capitals.ts'
export {
  addDays,
  addMonthsFirstDay,
  civilDate,
  civilDateAt,
  civilDateOf,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isCalendarDay,
  isCivilDate,
  packedDay,
  packedPeriod,
  parseCivilDate,
  periodOfDate,
  requirePackedDay,
  weekdayOf,
} from './civil-date.ts'
export type { CivilDate } from './civil-date.ts'
export { isOneOf, oneOf, UnknownCode } from './closed-list.ts'
export {
  addFen,
  fen,
  formatYuan,
  isFen,
  maxFen,
  minFen,
  MoneyError,
  mulDivHalfUp,
  parseYuan,
  PPM,
  subtractFen,
  sumFen,
  ZERO_FEN,
} from './fen.ts'
export type { AmountErrorCode, Fen, ParsedYuan, YuanFormat } from './fen.ts'
export { FILE_LIMITS } from './file-limits.ts'
export { findHidden, withoutHidden } from './hidden-characters.ts'
export { FIVE_INSURANCES, INJURY_CLASSES, INSURANCE_CODES, INSURANCES, parseInjuryClass, SIDES } from './insurance.ts'
export type { FiveInsurance, InjuryClass, Insurance, Participation, Side } from './insurance.ts'
export { lastConsentDay } from './record-consent.ts'
export { LANGUAGES } from './language.ts'
export type { Language, Wording } from './language.ts'
export {
  addMonths,
  monthIndex,
  monthOf,
  monthsBetween,
  parsePeriod,
  paymentYear,
  paymentYearPeriods,
  period,
  periodFromIndex,
  periodsBetween,
  yearOf,
} from './period.ts'
export type { Period } from './period.ts'
export {
  countMonths,
  doubledRanges,
  joinPeriods,
  monthsOfRange,
  MOVING_INSURANCES,
  rangeProblemCodes,
  readRanges,
} from './month-ranges.ts'
export type { MonthRange, MovingInsurance, RangeProblem, RangeProblemCode, TypedRange } from './month-ranges.ts'
export { LARGEST_MONTHLY_AMOUNT, ROUNDING_MODES, ROUNDING_STEPS, shareOfBase } from './rounding.ts'
export type { RoundingMode, RoundingStep } from './rounding.ts'
