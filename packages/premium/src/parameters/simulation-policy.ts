import type { InjuryClass, Period } from '@shebao/kernel'
import { parameterKey } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'
import type { ResolvedParameter } from './parameters.ts'
import { preparePolicy } from '../policy.ts'
import type { Policy, PolicyResult } from '../policy.ts'

/**
 * The policy of a month as it would be if a proposal's rows held in it already: the same month, people and wages, only the
 * proposed rules in place of the published ones. Of several rows for one rule the first in time counts. The rows it names
 * as its sources keep their own range.
 */
export function prepareSimulatedPolicy(
  published: readonly ParameterRow[],
  proposed: readonly ParameterRow[],
  region: string,
  month: Period,
  unit: { readonly injuryClass: InjuryClass; readonly injuryRatePpm: number | null },
): PolicyResult {
  const first = new Map<string, ParameterRow>()
  for (const row of proposed) {
    const known = first.get(parameterKey(row))
    if (known === undefined || row.validFrom < known.validFrom) first.set(parameterKey(row), row)
  }
  const original = new Map<ParameterRow, ParameterRow>()
  for (const row of first.values()) original.set({ ...row, validFrom: month, validTo: month }, row)
  const rows = [...published.filter((row) => !first.has(parameterKey(row))), ...original.keys()]
  const result = preparePolicy(rows, region, month, unit.injuryClass, unit.injuryRatePpm)
  return result.ok ? { ok: true, policy: withOriginalRows(result.policy, original) } : result
}

function withOriginalRows(policy: Policy, original: ReadonlyMap<ParameterRow, ParameterRow>): Policy {
  const named = (found: ResolvedParameter): ResolvedParameter => ({
    ...found,
    row: original.get(found.row) ?? found.row,
  })
  return {
    ...policy,
    limits: policy.limits.map((limit) => {
      return { ...limit, from: { floor: named(limit.from.floor), ceiling: named(limit.from.ceiling) } }
    }),
    lines: policy.lines.map((line) => {
      const { rate, fixed, rounding } = line.from
      const from = {
        ...(rate && { rate: named(rate) }),
        ...(fixed && { fixed: named(fixed) }),
        ...(rounding && { rounding: named(rounding) }),
      }
      return { ...line, from }
    }),
  }
}
