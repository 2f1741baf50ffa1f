import { parseInjuryClass } from '@shebao/kernel'
import { PolicyError, WageError } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { Policy, PolicyProblem, WageProblem } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { policyReader } from '../policy/index.ts'
import type { UnitToAssess } from './assess-units.repository.ts'

export const unitProblemCodes = [
  'UNKNOWN_REGION',
  'UNKNOWN_PERIOD',
  'OVERLAPPING_PARAMETERS',
  'MISSING_PARAMETERS',
  'UNUSABLE_PARAMETERS',
  'LIMITS_REVERSED',
  'UNIT_RATE_OUT_OF_CLASS',
  'INJURY_CLASS_UNKNOWN',
  'WAGE_UNUSABLE',
  'BUREAU_AMOUNT_NEEDED',
  'CALENDAR_MISSING',
] as const satisfies readonly (
  | PolicyProblem['code']
  | 'INJURY_CLASS_UNKNOWN'
  | 'WAGE_UNUSABLE'
  | 'BUREAU_AMOUNT_NEEDED'
  | 'CALENDAR_MISSING'
)[]
export type UnitProblemCode = (typeof unitProblemCodes)[number]

/** Why a unit's month cannot be billed. Others of its batch are not held up. */
export interface UnitProblem {
  employerId: string
  code: UnitProblemCode
  detail: Record<string, unknown>
  /** What a caller that asked for this one unit is to be told. */
  cause: Error
}

/** Something that only came to light after months of the unit were written: its transaction is to be undone. */
export class UnbillableUnit extends Error {
  override readonly name = 'UnbillableUnit'
  readonly problem: UnitProblem
  constructor(problem: UnitProblem) {
    super(`unit ${problem.employerId} cannot be billed: ${problem.code}`)
    this.problem = problem
  }
}

export function wageProblem(
  employerId: string,
  person: { idMasked: string | undefined; wage: number; problem: WageProblem },
): UnitProblem {
  const { idMasked, wage, problem } = person
  return {
    employerId,
    code: 'WAGE_UNUSABLE',
    detail: { wage, problem, ...(idMasked === undefined ? {} : { idMasked }) },
    cause: new WageError(problem, wage),
  }
}

/** Policies of many units: each combination of region, class and rate is compiled once. */
export async function policiesOf(
  platform: Platform,
  units: readonly UnitToAssess[],
  period: Period,
): Promise<Map<string, Policy | UnitProblem>> {
  const policyOf = await policyReader(platform)
  const known = new Map<string, Policy | Omit<UnitProblem, 'employerId'>>()
  const policies = new Map<string, Policy | UnitProblem>()
  for (const unit of units) {
    const key = `${unit.region}|${unit.injuryClass}|${unit.injuryRatePpm ?? ''}`
    const found = known.get(key) ?? findUnitPolicy(policyOf, unit, period)
    known.set(key, found)
    policies.set(unit.id, 'cause' in found ? { ...found, employerId: unit.id } : found)
  }
  return policies
}

function findUnitPolicy(
  policyOf: Awaited<ReturnType<typeof policyReader>>,
  unit: Pick<UnitToAssess, 'region' | 'injuryClass' | 'injuryRatePpm'>,
  period: Period,
): Policy | Omit<UnitProblem, 'employerId'> {
  const injuryClass = parseInjuryClass(String(unit.injuryClass))
  if (!injuryClass) {
    return {
      code: 'INJURY_CLASS_UNKNOWN',
      detail: { injuryClass: unit.injuryClass },
      cause: new RangeError(`work-injury class out of range: ${unit.injuryClass}`),
    }
  }
  try {
    return policyOf({ ...unit, injuryClass }, period)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const { code, ...detail } = error.problem
    return { code, detail, cause: error }
  }
}
