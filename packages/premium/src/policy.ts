import type { AverageRounding } from './base.ts'
import { fen, INSURANCES, ROUNDING_STEPS } from '@shebao/kernel'
import type { Fen, InjuryClass, Insurance, Side, Period, RoundingMode, RoundingStep } from '@shebao/kernel'
import { resolveParameters } from './parameters/parameters.ts'
import type { ParameterProblem, ResolvedParameter } from './parameters/parameters.ts'
import type { ParameterKey } from './parameters/parameter-range.ts'
import type { ParameterRow } from './parameters/parameter-row.ts'
import { ParameterReader } from './parameters/parameter-reader.ts'

/** Floor and ceiling of one insurance; every line of the insurance points at them by `limitIndex`. */
export type PolicyLimit = {
  readonly insurance: Insurance
  /** Bit of the insurance in an absence mask. */
  readonly bit: number
  readonly floor: Fen
  readonly ceiling: Fen
  readonly from: { readonly floor: ResolvedParameter; readonly ceiling: ResolvedParameter }
}

/** One line that every participant of the policy is charged. */
export type PolicyLine = {
  readonly insurance: Insurance
  readonly side: Side
  readonly ratePpm: number
  readonly fixed: Fen
  readonly limitIndex: number
  readonly rounding: RoundingMode
  readonly step: RoundingStep
  readonly from: {
    /** Absent when the rate is the unit's own, set by the bureau within its class (SIL 34). */
    readonly rate?: ResolvedParameter
    readonly fixed?: ResolvedParameter
    readonly rounding?: ResolvedParameter
  }
}

/** A line that is no share of a base. */
export function fixedOnly({ ratePpm, from }: PolicyLine): boolean {
  return ratePpm === 0 && from.fixed !== undefined
}

/** Everything needed to assess any number of people of one unit in one period; plain frozen values. */
export type Policy = {
  readonly region: string
  readonly period: Period
  readonly injuryClass: InjuryClass
  readonly unitRatePpm: number | null
  readonly averageRounding: AverageRounding
  readonly maternityMode: 'MERGED' | 'SEPARATE'
  readonly paymentYearStartMonth: number
  readonly limits: readonly PolicyLimit[]
  /** Employer lines in code order, then personal lines in code order. */
  readonly lines: readonly PolicyLine[]
  readonly minimumWage: ResolvedParameter | null
  /** True when any limit is last year's, in force only until newer ones are published. */
  readonly carriedOver: boolean
  /** Rows in use that rest on a single weak source. */
  readonly unverified: readonly ParameterRow[]
}

export type PolicyProblem =
  | ParameterProblem
  | {
      readonly code: 'MISSING_PARAMETERS'
      readonly region: string
      readonly period: Period
      readonly missing: readonly ParameterKey[]
    }
  /** Rows that did not pass `ParameterRow`: nothing is computed from them. */
  | { readonly code: 'UNUSABLE_PARAMETERS'; readonly rows: readonly ParameterRow[] }
  | { readonly code: 'LIMITS_REVERSED'; readonly insurance: Insurance; readonly floor: Fen; readonly ceiling: Fen }
  | {
      readonly code: 'UNIT_RATE_OUT_OF_CLASS'
      readonly injuryClass: InjuryClass
      readonly unitRatePpm: number
      readonly lowestPpm: number
      readonly highestPpm: number
    }

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problem: PolicyProblem }

export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  readonly problem: PolicyProblem
  constructor(problem: PolicyProblem) {
    super(`no policy: ${problem.code}`)
    this.problem = problem
  }
}

/** Compiles the rows of one region and period into a policy, or says what is missing or wrong. */
export function preparePolicy(
  rows: readonly ParameterRow[],
  region: string,
  period: Period,
  injuryClass: InjuryClass,
  unitRatePpm: number | null = null,
  category = 'ALL',
): PolicyResult {
  const resolution = resolveParameters(rows, region, period)
  if (!resolution.ok) return resolution
  const read = new ParameterReader(resolution.parameters, category)

  const rateProblem = unitRatePpm === null ? undefined : read.unitRateProblem(injuryClass, unitRatePpm)
  if (rateProblem !== undefined) return { ok: false, problem: rateProblem }

  const averageRounding = read.choice('AVERAGE_ROUNDING')
  const maternityMode = read.choice('MATERNITY_MODE')
  const paymentYearStartMonth = read.whole({ name: 'PAYMENT_YEAR_START_MONTH', insurance: 'ALL', side: 'ALL' })
  const charged = INSURANCES.filter((insurance) => insurance !== 'MATERNITY' || maternityMode === 'SEPARATE')
  const { limits, lines } = compileLines(read, charged, injuryClass, unitRatePpm)
  const minimumWage = read.optional({ name: 'MINIMUM_WAGE', insurance: 'ALL', side: 'ALL' }) ?? null

  const unusable = read.unusable()
  if (unusable.length > 0) return { ok: false, problem: { code: 'UNUSABLE_PARAMETERS', rows: unusable } }
  if (read.missing.length > 0) {
    return { ok: false, problem: { code: 'MISSING_PARAMETERS', region, period, missing: read.missing } }
  }
  const reversed = limits.find((limit) => limit.floor > limit.ceiling)
  if (reversed !== undefined) return { ok: false, problem: limitsReversed(reversed) }

  return {
    ok: true,
    policy: {
      region,
      period,
      injuryClass,
      unitRatePpm,
      averageRounding,
      maternityMode,
      paymentYearStartMonth,
      limits,
      lines,
      minimumWage,
      carriedOver: limits.some(({ from }) => from.floor.carriedOver || from.ceiling.carriedOver),
      unverified: read.unverified(),
    },
  }
}

/** For callers that already know the region and period are served. */
export function requirePolicy(...args: Parameters<typeof preparePolicy>): Policy {
  const result = preparePolicy(...args)
  if (!result.ok) throw new PolicyError(result.problem)
  return result.policy
}

function limitsReversed({ insurance, floor, ceiling }: PolicyLimit): PolicyProblem {
  return { code: 'LIMITS_REVERSED', insurance, floor, ceiling }
}

function compileLines(
  read: ParameterReader,
  charged: readonly Insurance[],
  injuryClass: InjuryClass,
  unitRatePpm: number | null,
): { limits: PolicyLimit[]; lines: PolicyLine[] } {
  const limits: PolicyLimit[] = []
  const lines: PolicyLine[] = []
  for (const side of ['EMPLOYER', 'PERSONAL'] as const) {
    for (const insurance of charged) {
      const rate = read.rate(insurance, side, injuryClass, unitRatePpm)
      const fixed = read.optional({ name: 'FIXED_AMOUNT', insurance, side })
      if (rate === undefined && fixed === undefined) continue
      const roundingRow = read.rounding(insurance)
      lines.push({
        insurance,
        side,
        ratePpm: rate?.ratePpm ?? 0,
        fixed: fen(fixed === undefined ? 0 : Number(fixed.row.value)),
        limitIndex: limitIndex(read, limits, insurance),
        rounding: roundingRow.mode,
        step: ROUNDING_STEPS[roundingRow.mode],
        from: {
          ...(rate?.from === undefined ? {} : { rate: rate.from }),
          ...(fixed === undefined ? {} : { fixed }),
          ...(roundingRow.from === undefined ? {} : { rounding: roundingRow.from }),
        },
      })
    }
  }
  return { limits, lines }
}

function limitIndex(read: ParameterReader, limits: PolicyLimit[], insurance: Insurance): number {
  const known = limits.findIndex((limit) => limit.insurance === insurance)
  if (known >= 0) return known
  const floor = read.required({ name: 'BASE_FLOOR', insurance, side: 'ALL' })
  const ceiling = read.required({ name: 'BASE_CEILING', insurance, side: 'ALL' })
  if (floor === undefined || ceiling === undefined) return -1 // `missing` now names it and no policy comes out
  limits.push({
    insurance,
    bit: 1 << INSURANCES.indexOf(insurance),
    floor: fen(Number(floor.row.value)),
    ceiling: fen(Number(ceiling.row.value)),
    from: { floor, ceiling },
  })
  return limits.length - 1
}
