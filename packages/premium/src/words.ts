import type { AVERAGE_ROUNDINGS, ParameterName } from './parameter-row.ts'
import type { Law, LabelCode, QuantityKind, RuleCode } from './explanation.ts'
import type { Insurance, Side } from './insurance.ts'
import type { PolicyProblem } from './policy.ts'
import type { RoundingMode } from './rounding.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One language's wording of everything this package can say; `{name}` stands for a parameter. */
export type Words = {
  readonly insurances: Readonly<Record<Insurance, string>>
  readonly sides: Readonly<Record<Side, string>>
  readonly labels: Readonly<Record<LabelCode, string>>
  readonly rules: Readonly<Record<RuleCode, string>>
  readonly roundings: Readonly<Record<RoundingMode | `AVERAGE_${(typeof AVERAGE_ROUNDINGS)[number]}`, string>>
  readonly laws: Readonly<Record<Law, string>>
  readonly parameters: Readonly<Record<ParameterName, string>>
  readonly problems: Readonly<Record<PolicyProblem['code'], string>>
  readonly units: Readonly<Record<Exclude<QuantityKind, 'PPM' | 'PERCENT'>, string>>
  readonly article: string
  readonly source: string
  readonly sourceWithDocument: string
  readonly open: string
  readonly unverified: string
  readonly listSeparator: string
}
