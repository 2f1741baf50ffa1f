import { fen } from '@shebao/kernel'
import type { Insurance } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import type { BaseLimits, PersonnelContext } from './personnel-context.ts'

/** Floor and ceiling per insurance; where maternity is merged into medical it has medical's (SIL art. 64). */
export function baseLimitsOf(policy: Policy): Partial<Record<Insurance, BaseLimits>> {
  const limits: Partial<Record<Insurance, BaseLimits>> = {}
  for (const { insurance, floor, ceiling } of policy.limits) limits[insurance] = { floor, ceiling }
  if (limits.MATERNITY === undefined && limits.MEDICAL !== undefined) limits.MATERNITY = limits.MEDICAL
  return limits
}

/** The context of a region's parameters, as premium compiles them. */
export function personnelContextOf(policy: Policy, today: string, year: number): PersonnelContext {
  return {
    today,
    year,
    limits: baseLimitsOf(policy),
    averageRounding: policy.averageRounding,
    ...(policy.minimumWage === null ? {} : { minimumMonthlyWage: fen(Number(policy.minimumWage.row.value)) }),
  }
}
