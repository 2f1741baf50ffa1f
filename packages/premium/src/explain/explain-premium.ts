import { averageWage } from '../base.ts'
import type { AverageRounding } from '../base.ts'
import { amountOf, explain, explainParameter, explainSum, parameterSource } from './explanation.ts'
import type { Article, Explanation } from './explanation.ts'
import type { RuleCode } from './explanation-codes.ts'
import { addFen, ZERO_FEN, shareOfBase } from '@shebao/kernel'
import type { Fen, Insurance, Side } from '@shebao/kernel'
import type { ResolvedParameter } from '../parameters/parameters.ts'
import { fixedOnly } from '../policy.ts'
import type { Policy, PolicyLimit, PolicyLine } from '../policy.ts'
import { limitOf } from '../premium.ts'
import type { PersonInput } from '../premium.ts'

export type AssessmentExplanation = {
  /** The root: total = employer share + personal share. */
  readonly total: Explanation
  readonly employer: Explanation
  readonly personal: Explanation
  readonly lines: readonly Explanation[]
}

const PAID_UNDER: Readonly<Record<Insurance, readonly number[]>> = {
  PENSION: [10, 12],
  UNEMPLOYMENT: [44],
  MEDICAL: [23],
  LARGE_MEDICAL: [23],
  WORK_INJURY: [33],
  MATERNITY: [53],
}

/** The wage as the base of each insurance; for work injury the law says so in an article of its own. */
const BASE_UNDER: typeof PAID_UNDER = { ...PAID_UNDER, PENSION: [12], WORK_INJURY: [35] }

function socialInsuranceLaw(...articles: readonly number[]): Article[] {
  return articles.map((article) => ({ law: 'SIL', article }))
}

/**
 * The derivation of one person's premium, from the same inputs as `assessPerson` but step by step and only when someone
 * asks; a property test holds the two together.
 */
export function explainPerson(policy: Policy, person: PersonInput): AssessmentExplanation {
  const average = explainAverage(person, policy.averageRounding)
  const lines = policy.lines
    .filter(({ insurance }) => person.participation?.[insurance] !== false)
    .map((line) =>
      explainLine(policy, line, explainBase(limitOf(policy, line), average), person.fixedAlreadyCharged === true),
    )
  const ofSide = (side: Side) => lines.filter(({ params }) => params['side'] === side)
  const employer = explainSum('EMPLOYER_SHARE', ofSide('EMPLOYER'))
  const personal = explainSum('PERSONAL_SHARE', ofSide('PERSONAL'), { articles: socialInsuranceLaw(60) })
  return { total: explainSum('TOTAL', [employer, personal]), employer, personal, lines }
}

/** Last year's wages over the months worked, the first month's wage, or the average as declared. */
export function explainAverage(person: PersonInput, rounding: AverageRounding): Explanation {
  const average = averageWage(person, rounding)
  if ('wagesLastYear' in person) {
    const inputs = [
      explain('WAGES_LAST_YEAR', 'DECLARED', 'FEN', person.wagesLastYear),
      explain('MONTHS_WORKED', 'DECLARED', 'MONTHS', person.monthsWorked),
    ]
    return explain('AVERAGE_WAGE', 'WAGES_OVER_MONTHS', 'FEN', average, { inputs, rounding })
  }
  if ('wage' in person) {
    const inputs = [explain('FIRST_MONTH_WAGE', 'DECLARED', 'FEN', person.wage)]
    return explain('AVERAGE_WAGE', 'FIRST_MONTH', 'FEN', average, { inputs, rounding })
  }
  return explain('AVERAGE_WAGE', 'DECLARED', 'FEN', average, { rounding })
}

/**
 * One line from a base on: base × rate, rounded, plus the fixed amount. The base comes as the caller knows it, derived from
 * a wage or as on record.
 */
export function explainLine(
  policy: Pick<Policy, 'injuryClass'>,
  line: PolicyLine,
  base: Explanation,
  fixedCharged: boolean,
): Explanation {
  const { insurance, side } = line
  const rated = !fixedOnly(line)
  const share = rated ? shareOfBase(amountOf(base), line.ratePpm, line.rounding) : ZERO_FEN
  const { rate, fixed, ...how } = explainLineParts(policy, line, fixedCharged)
  const amount = fixed === undefined ? share : addFen(share, amountOf(fixed))
  return explain('PREMIUM_LINE', lineRule(rated, fixed !== undefined), 'FEN', amount, {
    ...how,
    params: { insurance, side },
    inputs: [...(rated ? [base, rate] : []), ...(fixed === undefined ? [] : [fixed])],
  })
}

/** The rows a line is charged by, under which law, and how it is rounded. */
export function explainLineParts(policy: Pick<Policy, 'injuryClass'>, line: PolicyLine, fixedCharged = false) {
  return {
    rate: explainRate(policy, line),
    fixed: line.from.fixed && explainFixed(line, line.from.fixed, fixedCharged),
    articles: socialInsuranceLaw(...PAID_UNDER[line.insurance]),
    rounding: line.rounding,
    roundingSource: line.from.rounding === undefined ? null : parameterSource(line.from.rounding),
  }
}

/** Fixed amounts are due once per person and month, so a second line of the month names it and charges nothing. */
function explainFixed({ insurance, side }: PolicyLine, fixed: ResolvedParameter, charged: boolean): Explanation {
  if (!charged) return explainParameter('FIXED_AMOUNT', 'FEN', fixed, { insurance, side })
  return explain('FIXED_AMOUNT', 'ALREADY_CHARGED', 'FEN', 0, {
    params: { insurance, side },
    source: parameterSource(fixed),
  })
}

function lineRule(rated: boolean, fixed: boolean): RuleCode {
  if (!rated) return 'FIXED_ONLY'
  return fixed ? 'BASE_TIMES_RATE_PLUS_FIXED' : 'BASE_TIMES_RATE'
}

function explainRate(policy: Pick<Policy, 'injuryClass'>, line: PolicyLine): Explanation {
  const { insurance, side } = line
  if (line.from.rate !== undefined) {
    const params =
      insurance === 'WORK_INJURY' ? { insurance, side, injuryClass: policy.injuryClass } : { insurance, side }
    return explainParameter('RATE', 'PPM', line.from.rate, params)
  }
  return explain('UNIT_RATE', 'SET_FOR_UNIT', 'PPM', line.ratePpm, {
    params: { injuryClass: policy.injuryClass },
    articles: socialInsuranceLaw(34),
  })
}

/** The average wage between floor and ceiling, and which of the three decided. */
export function explainBase(limit: PolicyLimit, average: Explanation): Explanation {
  const { insurance } = limit
  const floor = explainParameter('BASE_FLOOR', 'FEN', limit.from.floor, { insurance })
  const ceiling = explainParameter('BASE_CEILING', 'FEN', limit.from.ceiling, { insurance })
  const wage = amountOf(average)
  const at = (rule: RuleCode, value: Fen) =>
    explain('BASE', rule, 'FEN', value, {
      params: { insurance },
      articles: socialInsuranceLaw(...BASE_UNDER[insurance]),
      inputs: [average, floor, ceiling],
    })
  if (wage < amountOf(floor)) return at('RAISED_TO_FLOOR', amountOf(floor))
  if (wage > amountOf(ceiling)) return at('LOWERED_TO_CEILING', amountOf(ceiling))
  return at('WITHIN_LIMITS', wage)
}
