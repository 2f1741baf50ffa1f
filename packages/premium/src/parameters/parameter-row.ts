import { z } from 'zod'
import { parseCivilDate, INSURANCES, parsePeriod } from '@shebao/kernel'
import type { CivilDate, Period } from '@shebao/kernel'
import { isParameterValue, PARAMETER_NAMES, PARAMETER_RANGES } from './parameter-range.ts'
import type { ParameterName } from './parameter-range.ts'

const between = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most)

/** What each parameter may hold, as schemas. Amounts are fen, rates ppm. */
export const PARAMETER_VALUES = {
  RATE_PPM: between(PARAMETER_RANGES.RATE_PPM),
  FIXED_AMOUNT: between(PARAMETER_RANGES.FIXED_AMOUNT),
  BASE_FLOOR: between(PARAMETER_RANGES.BASE_FLOOR),
  BASE_CEILING: between(PARAMETER_RANGES.BASE_CEILING),
  ROUNDING: z.enum(PARAMETER_RANGES.ROUNDING),
  AVERAGE_ROUNDING: z.enum(PARAMETER_RANGES.AVERAGE_ROUNDING),
  MATERNITY_MODE: z.enum(PARAMETER_RANGES.MATERNITY_MODE),
  PAYMENT_YEAR_START_MONTH: between(PARAMETER_RANGES.PAYMENT_YEAR_START_MONTH),
  MINIMUM_WAGE: between(PARAMETER_RANGES.MINIMUM_WAGE),
  LATE_FEE_RULE: z.enum(PARAMETER_RANGES.LATE_FEE_RULE),
  LATE_FEE_CAP: z.enum(PARAMETER_RANGES.LATE_FEE_CAP),
  DECLARATION_MODE: z.enum(PARAMETER_RANGES.DECLARATION_MODE),
  COLLECTOR_TYPE: z.enum(PARAMETER_RANGES.COLLECTOR_TYPE),
  FILING_CUT_OFF_DAY: between(PARAMETER_RANGES.FILING_CUT_OFF_DAY),
  PAYMENT_DUE_DAY: between(PARAMETER_RANGES.PAYMENT_DUE_DAY),
  BACK_PAYMENT_ONLINE_MONTHS: between(PARAMETER_RANGES.BACK_PAYMENT_ONLINE_MONTHS),
  BACK_PAYMENT_ONLINE_PEOPLE: between(PARAMETER_RANGES.BACK_PAYMENT_ONLINE_PEOPLE),
  ACCOUNT_INTEREST_RATE: between(PARAMETER_RANGES.ACCOUNT_INTEREST_RATE),
} as const satisfies Record<ParameterName, z.ZodType>

const PER_INSURANCE: ReadonlySet<ParameterName> = new Set([
  'RATE_PPM',
  'FIXED_AMOUNT',
  'BASE_FLOOR',
  'BASE_CEILING',
  'ACCOUNT_INTEREST_RATE',
])
const PER_SIDE: ReadonlySet<ParameterName> = new Set(['RATE_PPM', 'FIXED_AMOUNT'])

/** The patterns say in the JSON Schema what the refinements check in full. */
const periodText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
  .refine((text): text is Period => parsePeriod(text) === text)
const dateText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine((text): text is CivilDate => parseCivilDate(text) === text)

/** The fields of a row, each by itself; what they say together is judged by `findRowConflicts`. */
export const parameterRowShape = z.strictObject({
  region: z
    .string()
    .regex(/^\d{6}$/u)
    .describe('GB/T 2260 code of the pooling region, six digits, as text'),
  insurance: z.enum(['ALL', ...INSURANCES]).describe('ALL: the rule does not depend on the insurance'),
  side: z.enum(['ALL', 'EMPLOYER', 'PERSONAL']).describe('who pays; ALL: the rule does not depend on it'),
  category: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,39}$/u)
    .describe('ALL, INJURY_CLASS_1 to INJURY_CLASS_8, or a person category the office defines'),
  name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]),
  value: z
    .union([z.int(), z.string().min(1).max(40)])
    .describe('amounts in whole fen, rates in whole ppm (8 % = 80000), days, months; or a word'),
  validFrom: periodText.describe('first period (YYYY-MM) it holds for'),
  validTo: periodText.nullable().describe('last period (YYYY-MM) it holds for; null while open'),
  docNo: z
    .string()
    .min(1)
    .max(80)
    .nullable()
    .describe('number of the document that set it; null where only a secondary source is known'),
  publishedOn: dateText.nullable().describe('date of publication (YYYY-MM-DD), null where unknown'),
  source: z
    .string()
    .min(1)
    .max(300)
    .describe(
      'where the figure was found, which is no legal basis: once, or in Chinese and in English with a bar between, "中文 | English"',
    ),
  verified: z
    .boolean()
    .describe('whether somebody has compared it with the document: shown with a warning wherever used if not'),
})
export type ParameterField = keyof z.infer<typeof parameterRowShape>

/** One dated parameter. `ALL` says that the rule does not depend on that column. */
export const ParameterRow = parameterRowShape.superRefine((row, context) => {
  for (const { field, code } of findRowConflicts(row)) {
    context.addIssue({ code: 'custom', path: [field], message: code, params: { code } })
  }
})
export type ParameterRow = z.infer<typeof parameterRowShape>

export const PARAMETER_FILE_FORMAT = 'shebao-parameters/1'

/** A whole country for many years has fewer rows; more is a mistake or an attack. */
export const LARGEST_PARAMETER_FILE = 50_000

/** What an office imports and exports as JSON or YAML; to read one with every problem named, see `readParameterFile`. */
export const ParameterFile = z.strictObject({
  format: z.literal(PARAMETER_FILE_FORMAT),
  rows: z.array(ParameterRow).max(LARGEST_PARAMETER_FILE),
})
export type ParameterFile = z.infer<typeof ParameterFile>

export type RowConflict = {
  readonly field: ParameterField
  readonly code:
    | 'NOT_A_VALUE'
    | 'ENDS_BEFORE_IT_BEGINS'
    | 'INSURANCE_NEEDED'
    | 'SIDE_NEEDED'
    | 'SIDE_IS_ALL'
    | 'EMPLOYEES_NEVER_PAY'
}

/** Where the fields of one row contradict each other. A field that is absent is unknown, and nothing is said about it. */
export function findRowConflicts(row: Partial<ParameterRow>): RowConflict[] {
  const { name, insurance, side, value, validFrom, validTo } = row
  const conflicts: RowConflict[] = []
  if (name !== undefined && value !== undefined && !isParameterValue(name, value)) {
    conflicts.push({ field: 'value', code: 'NOT_A_VALUE' })
  }
  if (validFrom !== undefined && typeof validTo === 'string' && validTo < validFrom) {
    conflicts.push({ field: 'validTo', code: 'ENDS_BEFORE_IT_BEGINS' })
  }
  if (name !== undefined && insurance === 'ALL' && PER_INSURANCE.has(name)) {
    conflicts.push({ field: 'insurance', code: 'INSURANCE_NEEDED' })
  }
  if (name !== undefined && side !== undefined && PER_SIDE.has(name) === (side === 'ALL')) {
    conflicts.push({ field: 'side', code: PER_SIDE.has(name) ? 'SIDE_NEEDED' : 'SIDE_IS_ALL' })
  }
  // SIL 33 and 53.
  if (side === 'PERSONAL' && (insurance === 'WORK_INJURY' || insurance === 'MATERNITY')) {
    conflicts.push({ field: 'side', code: 'EMPLOYEES_NEVER_PAY' })
  }
  return conflicts
}
