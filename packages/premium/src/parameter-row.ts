import { z } from 'zod'
import { parseCivilDate } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import { INSURANCES } from './insurance.ts'
import type { Insurance, Side } from './insurance.ts'
import { PPM } from './fen.ts'
import { parsePeriod } from './period.ts'
import type { Period } from './period.ts'
import { LARGEST_MONTHLY_AMOUNT, ROUNDING_MODES } from './rounding.ts'

export const AVERAGE_ROUNDINGS = ['FEN', 'YUAN'] as const
export const MATERNITY_MODES = ['MERGED', 'SEPARATE'] as const
export const LATE_FEE_RULES = ['DUE_DATE', 'SETTLED_MONTH'] as const
export const LATE_FEE_CAPS = ['NONE', 'PRINCIPAL'] as const
export const DECLARATION_MODES = ['CARRY_FORWARD', 'MONTHLY_SELF'] as const
export const COLLECTOR_TYPES = ['TAX_AUTHORITY', 'AGENCY'] as const

const ratePpm = z.int().min(0).max(PPM)
const monthlyAmount = z.int().min(0).max(LARGEST_MONTHLY_AMOUNT)

/** What each parameter may hold. Amounts are fen, rates ppm. */
export const PARAMETER_VALUES = {
  RATE_PPM: ratePpm,
  FIXED_AMOUNT: monthlyAmount,
  BASE_FLOOR: monthlyAmount,
  BASE_CEILING: monthlyAmount,
  ROUNDING: z.enum(ROUNDING_MODES),
  AVERAGE_ROUNDING: z.enum(AVERAGE_ROUNDINGS),
  MATERNITY_MODE: z.enum(MATERNITY_MODES),
  PAYMENT_YEAR_START_MONTH: z.int().min(1).max(12),
  MINIMUM_WAGE: monthlyAmount,
  LATE_FEE_RULE: z.enum(LATE_FEE_RULES),
  LATE_FEE_CAP: z.enum(LATE_FEE_CAPS),
  DECLARATION_MODE: z.enum(DECLARATION_MODES),
  COLLECTOR_TYPE: z.enum(COLLECTOR_TYPES),
  FILING_CUT_OFF_DAY: z.int().min(1).max(31),
  PAYMENT_DUE_DAY: z.int().min(1).max(31),
  BACK_PAYMENT_ONLINE_MONTHS: z.int().min(0).max(120),
  BACK_PAYMENT_ONLINE_PEOPLE: z.int().min(0).max(1_000_000),
} as const
export type ParameterName = keyof typeof PARAMETER_VALUES
export const PARAMETER_NAMES = Object.keys(PARAMETER_VALUES) as readonly ParameterName[]

/** Limits are published once a year and often late, so the latest stay in force until newer ones are (2.2). */
export const CARRIED_OVER_PARAMETERS: ReadonlySet<ParameterName> = new Set([
  'BASE_FLOOR',
  'BASE_CEILING',
  'MINIMUM_WAGE',
])

const PER_INSURANCE: ReadonlySet<ParameterName> = new Set(['RATE_PPM', 'FIXED_AMOUNT', 'BASE_FLOOR', 'BASE_CEILING'])
const PER_SIDE: ReadonlySet<ParameterName> = new Set(['RATE_PPM', 'FIXED_AMOUNT'])

const periodText = z.string().refine((text): text is Period => parsePeriod(text) === text, 'period YYYY-MM')
const dateText = z.string().refine((text): text is CivilDate => parseCivilDate(text) === text, 'date YYYY-MM-DD')

const rowShape = z.strictObject({
  /** GB/T 2260 code of the pooling region, six digits. */
  region: z.string().regex(/^\d{6}$/u),
  insurance: z.enum(['ALL', ...INSURANCES]),
  side: z.enum(['ALL', 'EMPLOYER', 'PERSONAL']),
  /** `ALL`, `INJURY_CLASS_1` … `INJURY_CLASS_8`, or a person category the office defines. */
  category: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/u),
  name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]),
  value: z.union([z.int(), z.string().min(1).max(40)]),
  validFrom: periodText,
  /** Last period it holds for; null while open. */
  validTo: periodText.nullable(),
  /** Number of the document that set it; null where only a secondary source is known. */
  docNo: z.string().min(1).max(80).nullable(),
  publishedOn: dateText.nullable(),
  source: z.string().min(1).max(300),
  /** False for figures from a single weak source: shown with a warning wherever they are used. */
  verified: z.boolean(),
})

/** One dated parameter. `ALL` says that the rule does not depend on that column. */
export const ParameterRow = rowShape.superRefine((row, context) => {
  for (const [path, message] of rowProblems(row)) context.addIssue({ code: 'custom', path: [path], message })
})
export type ParameterRow = z.infer<typeof rowShape>

/** What an office imports and exports as JSON or YAML. */
export const ParameterFile = z.strictObject({ format: z.literal('shebao-parameters/1'), rows: z.array(ParameterRow) })
export type ParameterFile = z.infer<typeof ParameterFile>

function rowProblems(row: ParameterRow): [keyof ParameterRow, string][] {
  const problems: [keyof ParameterRow, string][] = []
  if (!PARAMETER_VALUES[row.name].safeParse(row.value).success) problems.push(['value', `not a value for ${row.name}`])
  if (row.validTo !== null && row.validTo < row.validFrom) problems.push(['validTo', 'ends before it begins'])
  if (PER_INSURANCE.has(row.name) && row.insurance === 'ALL') problems.push(['insurance', 'must name one insurance'])
  if (PER_SIDE.has(row.name) === (row.side === 'ALL')) {
    problems.push(['side', PER_SIDE.has(row.name) ? 'must name a side' : 'must be ALL'])
  }
  if (row.side === 'PERSONAL' && (row.insurance === 'WORK_INJURY' || row.insurance === 'MATERNITY')) {
    problems.push(['side', 'employees never pay work injury (SIL 33) or maternity (SIL 53)'])
  }
  return problems
}

export type ParameterKey = {
  readonly name: ParameterName
  readonly insurance: Insurance | 'ALL'
  readonly side: Side | 'ALL'
  readonly category: string
}

export function parameterKey(key: ParameterKey): string {
  return `${key.name}|${key.insurance}|${key.side}|${key.category}`
}
