import { INJURY_CLASSES, addMonths } from '@shebao/kernel'
import { parameterKey } from './parameter-range.ts'
import type { ParameterField, ParameterRow } from './parameter-row.ts'
import type { Period } from '@shebao/kernel'
import { preparePolicy } from '../policy.ts'
import type { PolicyProblem } from '../policy.ts'
import { answerIn, rulesOf } from './proposal-plan.ts'
import type { ProposalContext, PublicationPlan } from './proposal-plan.ts'

type Finding = {
  readonly row: ParameterRow | null
  readonly field: ParameterField | null
  readonly code: 'LEAVES_GAP' | 'INCOMPLETE' | 'LIMITS_REVERSED'
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * What would be missing after the publication: a rule that had an answer and loses it, and a month that could not be billed
 * any more. Answers change only where a range begins or ends, so it is enough to ask for those months.
 */
export function completenessFindings(
  plan: PublicationPlan,
  proposed: readonly ParameterRow[],
  context: ProposalContext,
): Finding[] {
  const [before, after] = [rulesOf(context.published), rulesOf(plan.after)]
  const months = turningPoints(plan, proposed, context)
  const gaps = lostAnswers(proposed, months, before, after)
  return gaps.length > 0 ? gaps : unbillable(months, proposed, before, after, context.region)
}

function turningPoints(
  plan: PublicationPlan,
  proposed: readonly ParameterRow[],
  { published }: ProposalContext,
): Period[] {
  const first = proposed.reduce<Period | undefined>(
    (earliest, { validFrom }) => (earliest === undefined || validFrom < earliest ? validFrom : earliest),
    undefined,
  )
  if (first === undefined) return []
  const months = [...published, ...plan.after].flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addMonths(validTo, 1)]),
  ])
  return [...new Set(months)].filter((month) => month >= first).toSorted()
}

type Rules = ReadonlyMap<string, readonly ParameterRow[]>

function lostAnswers(
  proposed: readonly ParameterRow[],
  months: readonly Period[],
  before: Rules,
  after: Rules,
): Finding[] {
  const findings: Finding[] = []
  for (const [key, rows] of rulesOf(proposed)) {
    const month = months.find(
      (point) => answerIn(before.get(key) ?? [], point) && !answerIn(after.get(key) ?? [], point),
    )
    const row = month === undefined ? undefined : rows.findLast(({ validFrom }) => validFrom <= month)
    if (month !== undefined && row) findings.push({ row, field: 'validTo', code: 'LEAVES_GAP', params: { month } })
  }
  return findings
}

function unbillable(
  months: readonly Period[],
  proposed: readonly ParameterRow[],
  before: Rules,
  after: Rules,
  region: string,
): Finding[] {
  const findings = new Map<string, Finding>()
  // Before its first limits a region answers for nothing, whatever else it has published.
  const limits = [...after.values()].flat().filter(({ name }) => name === 'BASE_FLOOR' || name === 'BASE_CEILING')
  const begins = limits.map(({ validFrom }) => validFrom).toSorted()[0] ?? months[0]
  for (const month of months) {
    if (begins !== undefined && month < begins) continue
    const [old, now] = [rowsIn(before, month), rowsIn(after, month)]
    const results = INJURY_CLASSES.map((injuryClass) => preparePolicy(now, region, month, injuryClass))
    // A region may serve only some classes; each that could be billed must stay so, and at least one must be.
    const served = INJURY_CLASSES.map((injuryClass) => preparePolicy(old, region, month, injuryClass).ok)
    const needed = proposed.some((row) => row.validFrom <= month && (row.validTo === null || month <= row.validTo))
    const none = !results.some(({ ok }) => ok)
    for (const [index, result] of results.entries()) {
      if (result.ok || !(served[index] || (needed && none))) continue
      const finding = worded(result.problem, month, proposed)
      const key = `${finding.code}|${finding.params['insurance'] ?? ''}`
      if (!findings.has(key)) findings.set(key, finding)
    }
  }
  return [...findings.values()]
}

function rowsIn(rules: Rules, month: Period): ParameterRow[] {
  return [...rules.values()].flatMap((rule) => {
    const answer = answerIn(rule, month)
    return answer === undefined ? [] : [answer.row]
  })
}

function worded(problem: PolicyProblem, month: Period, proposed: readonly ParameterRow[]): Finding {
  if (problem.code === 'LIMITS_REVERSED') {
    const { insurance, floor, ceiling } = problem
    const limits = proposed.filter((row) => row.insurance === insurance && row.validFrom <= month)
    const row = limits.findLast(({ name }) => name === 'BASE_FLOOR' || name === 'BASE_CEILING') ?? null
    return { row, field: 'value', code: 'LIMITS_REVERSED', params: { insurance, floor, ceiling, month } }
  }
  const missing = problem.code === 'MISSING_PARAMETERS' ? problem.missing.map(parameterKey).join(' ') : ''
  return { row: null, field: null, code: 'INCOMPLETE', params: { month, missing } }
}
