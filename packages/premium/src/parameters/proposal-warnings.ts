import { impliedLimits } from '../base.ts'
import { fen, addMonths, INSURANCES } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { parameterKey } from './parameter-range.ts'
import type { ParameterField, ParameterRow } from './parameter-row.ts'
import { answerIn, rulesOf } from './proposal-plan.ts'
import type { ProposalContext, PublicationPlan } from './proposal-plan.ts'

/** What may be right all the same: whoever publishes answers each of these by name. */
export const PROPOSAL_WARNINGS = [
  'NOT_AS_IMPLIED',
  'NOT_SIXTY_PERCENT',
  'LIMITS_DIFFER',
  'BIG_CHANGE',
  'NO_CHANGE',
  'NO_DOCUMENT',
  'UNVERIFIED',
] as const
export type ProposalWarning = (typeof PROPOSAL_WARNINGS)[number]

type Warning = {
  readonly severity: 'warning'
  readonly row: number
  readonly field: ParameterField
  readonly code: ProposalWarning
  readonly params: Readonly<Record<string, string | number>>
}

/** A proposed row that can be read, with its place in the proposal. */
export type ReadRow = { readonly number: number; readonly row: ParameterRow }

/** What a row says that is seldom right. */
export function warningsOf(
  { number, row }: ReadRow,
  plan: PublicationPlan,
  context: ProposalContext,
  publishedAverage: Fen | null,
): Warning[] {
  const warn = (code: ProposalWarning, field: ParameterField, params: Warning['params'] = {}) =>
    ({ severity: 'warning', row: number, field, code, params }) as const
  const warnings: Warning[] = []
  // Without a document there is nothing it could be verified by, and saying both would say one thing twice.
  if (row.docNo === null) warnings.push(warn('NO_DOCUMENT', 'docNo'))
  else if (!row.verified) warnings.push(warn('UNVERIFIED', 'verified'))
  const before = answerIn(rulesOf(context.published).get(parameterKey(row)) ?? [], addMonths(row.validFrom, -1))
  if (before?.row.value === row.value) warnings.push(warn('NO_CHANGE', 'value'))
  else if (isBigChange(before?.row.value, row.value)) {
    warnings.push(warn('BIG_CHANGE', 'value', { name: row.name, before: before?.row.value ?? 0, after: row.value }))
  }
  const expected = expectedLimit(row, plan, publishedAverage)
  if (expected !== undefined) {
    const code = publishedAverage === null ? 'NOT_SIXTY_PERCENT' : 'NOT_AS_IMPLIED'
    warnings.push(warn(code, 'value', { expected }))
  }
  return warnings
}

/** More than half again, or less than two thirds: often a slip of the decimal point. */
function isBigChange(before: number | string | undefined, after: number | string): boolean {
  if (typeof before !== 'number' || typeof after !== 'number' || before === 0) return false
  return after * 2 > before * 3 || after * 3 < before * 2
}

const oneYuan = 100

/** What 60 % and 300 % of the average come to, where the row says otherwise; the ceiling stands in for an unknown average. */
function expectedLimit(row: ParameterRow, plan: PublicationPlan, publishedAverage: Fen | null): number | undefined {
  if (typeof row.value !== 'number' || (row.name !== 'BASE_FLOOR' && row.name !== 'BASE_CEILING')) return undefined
  const floorRow = row.name === 'BASE_FLOOR'
  const ceilings = rulesOf(plan.after).get(parameterKey({ ...row, name: 'BASE_CEILING' }))
  const ceiling = answerIn(ceilings ?? [], row.validFrom)
  if (publishedAverage === null && (!floorRow || ceiling === undefined)) return undefined
  const average = publishedAverage ?? fen(Math.round(Number(ceiling?.row.value ?? 0) / 3))
  const implied = impliedLimits(average)
  const expected = floorRow ? implied.floor : implied.ceiling
  return Math.abs(expected - row.value) > oneYuan ? expected : undefined
}

/**
 * Limits are published as one pair for every insurance: where a floor or ceiling would hold for some and not for the others, a
 * row was most often forgotten. Told once for each month, at the first row that makes them differ.
 */
export function differingLimits(read: readonly ReadRow[], plan: PublicationPlan): Warning[] {
  const rules = rulesOf(plan.after)
  const told = new Set<string>()
  return read.flatMap(({ number, row }): Warning[] => {
    const { name, category, validFrom: month } = row
    if (name !== 'BASE_FLOOR' && name !== 'BASE_CEILING') return []
    const limits = INSURANCES.flatMap((insurance) => {
      const answer = answerIn(rules.get(parameterKey({ ...row, insurance })) ?? [], month)
      return answer === undefined ? [] : [`${insurance}=${answer.row.value}`]
    })
    const place = `${name} ${category} ${month}`
    if (told.has(place) || new Set(limits.map((limit) => limit.split('=')[1])).size < 2) return []
    told.add(place)
    const params = { name, month, limits: limits.join(' ') }
    return [{ severity: 'warning', row: number, field: 'value', code: 'LIMITS_DIFFER', params }]
  })
}
