// What each parameter may hold. It stands apart from the schema of a row so that a page which only computes does not carry zod.
import { PPM, LARGEST_MONTHLY_AMOUNT, ROUNDING_MODES } from '@shebao/kernel'
import type { Insurance, Side } from '@shebao/kernel'

export const AVERAGE_ROUNDINGS = ['FEN', 'YUAN'] as const
export const MATERNITY_MODES = ['MERGED', 'SEPARATE'] as const
export const LATE_FEE_RULES = ['DUE_DATE', 'SETTLED_MONTH'] as const
export const LATE_FEE_CAPS = ['NONE', 'PRINCIPAL'] as const
export const DECLARATION_MODES = ['CARRY_FORWARD', 'MONTHLY_SELF'] as const
export const COLLECTOR_TYPES = ['TAX_AUTHORITY', 'AGENCY'] as const

const ratePpm = { least: 0, most: PPM }
const monthlyAmount = { least: 0, most: LARGEST_MONTHLY_AMOUNT }

/** Whole numbers from the least to the most, both included; or the words. Amounts are fen, rates ppm. */
export const PARAMETER_RANGES = {
  RATE_PPM: ratePpm,
  FIXED_AMOUNT: monthlyAmount,
  BASE_FLOOR: monthlyAmount,
  BASE_CEILING: monthlyAmount,
  ROUNDING: ROUNDING_MODES,
  AVERAGE_ROUNDING: AVERAGE_ROUNDINGS,
  MATERNITY_MODE: MATERNITY_MODES,
  PAYMENT_YEAR_START_MONTH: { least: 1, most: 12 },
  MINIMUM_WAGE: monthlyAmount,
  LATE_FEE_RULE: LATE_FEE_RULES,
  LATE_FEE_CAP: LATE_FEE_CAPS,
  DECLARATION_MODE: DECLARATION_MODES,
  COLLECTOR_TYPE: COLLECTOR_TYPES,
  FILING_CUT_OFF_DAY: { least: 1, most: 31 },
  PAYMENT_DUE_DAY: { least: 1, most: 31 },
  BACK_PAYMENT_ONLINE_MONTHS: { least: 0, most: 120 },
  BACK_PAYMENT_ONLINE_PEOPLE: { least: 0, most: 1_000_000 },
  ACCOUNT_INTEREST_RATE: ratePpm,
} as const
export type ParameterName = keyof typeof PARAMETER_RANGES
export const PARAMETER_NAMES = Object.keys(PARAMETER_RANGES) as readonly ParameterName[]

export function isParameterValue(name: ParameterName, value: unknown): boolean {
  const range = PARAMETER_RANGES[name]
  if (!('least' in range)) return range.some((word) => word === value)
  return typeof value === 'number' && Number.isInteger(value) && value >= range.least && value <= range.most
}

/** Limits are published once a year and often late, so the latest stay in force until newer ones are (2.2). */
export const CARRIED_OVER_PARAMETERS: ReadonlySet<ParameterName> = new Set([
  'BASE_FLOOR',
  'BASE_CEILING',
  'MINIMUM_WAGE',
])

export type ParameterKey = {
  readonly name: ParameterName
  readonly insurance: Insurance | 'ALL'
  readonly side: Side | 'ALL'
  readonly category: string
}

export function parameterKey(key: ParameterKey): string {
  return `${key.name}|${key.insurance}|${key.side}|${key.category}`
}
