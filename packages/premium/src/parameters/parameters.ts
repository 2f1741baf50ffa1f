import { CARRIED_OVER_PARAMETERS, parameterKey } from './parameter-range.ts'
import type { ParameterKey, ParameterName } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'
import type { Period } from '@shebao/kernel'

export type ResolvedParameter = {
  readonly row: ParameterRow
  /** True when the row's own range is over and it is used because nothing newer has been published. */
  readonly carriedOver: boolean
}

export type Overlap = { readonly first: ParameterRow; readonly second: ParameterRow }

export type ResolvedParameters = {
  readonly region: string
  readonly period: Period
  find(key: ParameterKey): ResolvedParameter | undefined
  /** Everything that holds, one a rule: enough to resolve the same region and period again. */
  list(): readonly ResolvedParameter[]
}

export type ParameterProblem =
  | { readonly code: 'UNKNOWN_REGION'; readonly region: string; readonly known: readonly string[] }
  | { readonly code: 'UNKNOWN_PERIOD'; readonly region: string; readonly period: Period; readonly firstPeriod: Period }
  | { readonly code: 'OVERLAPPING_PARAMETERS'; readonly overlaps: readonly Overlap[] }

export type Resolution =
  | { readonly ok: true; readonly parameters: ResolvedParameters }
  | { readonly ok: false; readonly problem: ParameterProblem }

/** Every pair of rows for the same rule whose ranges share a period. */
export function findOverlaps(rows: readonly ParameterRow[]): Overlap[] {
  const overlaps: Overlap[] = []
  for (const group of groupByKey(rows, (row) => `${row.region}|${parameterKey(row)}`).values()) {
    const sorted = group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
    for (const [index, first] of sorted.entries()) {
      for (const second of sorted.slice(index + 1)) {
        if (first.validTo !== null && second.validFrom > first.validTo) break
        overlaps.push({ first, second })
      }
    }
  }
  return overlaps
}

/** The rows that hold in one region and period, each with its flag; refuses what cannot be answered. */
export function resolveParameters(rows: readonly ParameterRow[], region: string, period: Period): Resolution {
  const local = rows.filter((row) => row.region === region)
  if (local.length === 0) {
    const known = [...new Set(rows.map((row) => row.region))].toSorted()
    return { ok: false, problem: { code: 'UNKNOWN_REGION', region, known } }
  }
  const firstPeriod = firstAnsweredPeriod(local)
  if (period < firstPeriod) {
    return { ok: false, problem: { code: 'UNKNOWN_PERIOD', region, period, firstPeriod } }
  }
  const overlaps = findOverlaps(local)
  if (overlaps.length > 0) return { ok: false, problem: { code: 'OVERLAPPING_PARAMETERS', overlaps } }

  const found = new Map<string, ResolvedParameter>()
  for (const [key, group] of groupByKey(local, parameterKey)) {
    const resolved = resolveOne(group, period)
    if (resolved !== undefined) found.set(key, resolved)
  }
  return {
    ok: true,
    parameters: { region, period, find: (key) => found.get(parameterKey(key)), list: () => [...found.values()] },
  }
}

function resolveOne(group: readonly ParameterRow[], period: Period): ResolvedParameter | undefined {
  let latest: ParameterRow | undefined
  for (const row of group) {
    if (row.validFrom <= period && (latest === undefined || row.validFrom > latest.validFrom)) latest = row
  }
  if (latest === undefined) return undefined
  if (latest.validTo === null || period <= latest.validTo) return { row: latest, carriedOver: false }
  return CARRIED_OVER_PARAMETERS.has(latest.name) ? { row: latest, carriedOver: true } : undefined
}

/** Regions with rows, by code, each with the first period it answers. */
export function listRegions(rows: readonly ParameterRow[]): { region: string; firstPeriod: Period }[] {
  return [...groupByKey(rows, ({ region }) => region)]
    .map(([region, local]) => ({ region, firstPeriod: firstAnsweredPeriod(local) }))
    .toSorted((a, b) => (a.region < b.region ? -1 : 1))
}

/** A region answers from its first base limit on; other rows (a national rate, a minimum wage) may be older. */
function firstAnsweredPeriod(local: readonly ParameterRow[]): Period {
  const limits: readonly ParameterName[] = ['BASE_FLOOR', 'BASE_CEILING']
  const starts = local.filter((row) => limits.includes(row.name)).map((row) => row.validFrom)
  const all = starts.length > 0 ? starts : local.map((row) => row.validFrom)
  return all.reduce((earliest, start) => (start < earliest ? start : earliest))
}

function groupByKey(rows: readonly ParameterRow[], keyOf: (row: ParameterRow) => string): Map<string, ParameterRow[]> {
  const groups = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
