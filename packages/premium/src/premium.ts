import { averageWage, contributionBase, monthlyWageProblem, WageError } from './base.ts'
import type { WageBasis } from './base.ts'
import { fen, INSURANCES } from '@shebao/kernel'
import type { Fen, Insurance, Participation, Side } from '@shebao/kernel'
import type { Policy, PolicyLine } from './policy.ts'

export type PersonInput = WageBasis & {
  readonly participation?: Participation
  /** Fixed amounts are due once per person and month; true when another line of the month already carries them. */
  readonly fixedAlreadyCharged?: boolean
}

export type PremiumLine = {
  readonly insurance: Insurance
  readonly side: Side
  readonly base: Fen
  readonly ratePpm: number
  readonly fixed: Fen
  readonly amount: Fen
}

export type Assessment = {
  readonly lines: readonly PremiumLine[]
  readonly employer: Fen
  readonly personal: Fen
  readonly total: Fen
  readonly bases: Readonly<Partial<Record<Insurance, Fen>>>
}

/**
 * One person's premium: the base is clamped per insurance, each line is rounded, then the lines are summed; a rate is
 * never applied to a unit total (domain specification 2.4).
 */
export function assessPerson(policy: Policy, person: PersonInput): Assessment {
  const average = averageWage(person, policy.averageRounding)
  const lines: PremiumLine[] = []
  const bases: Partial<Record<Insurance, Fen>> = {}
  let employer = 0
  let personal = 0
  for (const line of policy.lines) {
    if (person.participation?.[line.insurance] === false) continue
    const limit = limitOf(policy, line)
    const base = contributionBase(average, limit.floor, limit.ceiling)
    const fixed = person.fixedAlreadyCharged === true ? (0 as Fen) : line.fixed
    const amount = lineAmount(line, base, fixed)
    if (line.side === 'EMPLOYER') employer += amount
    else personal += amount
    bases[line.insurance] = base
    lines.push({ insurance: line.insurance, side: line.side, base, ratePpm: line.ratePpm, fixed, amount })
  }
  return { lines, employer: fen(employer), personal: fen(personal), total: fen(employer + personal), bases }
}

/** Exact: base ≤ 10^9 fen and rate ≤ 10^6 ppm keep the product below 2^53 (see rounding.ts). */
export function lineAmount(line: PolicyLine, base: Fen, fixed: Fen): Fen {
  const { offset, divisor, unit } = line.step
  return (Math.floor((base * line.ratePpm + offset) / divisor) * unit + fixed) as Fen
}

export function limitOf(policy: Policy, line: PolicyLine) {
  const limit = policy.limits[line.limitIndex]
  if (limit === undefined) throw new Error(`policy without limits for ${line.insurance}`)
  return limit
}

/** Bit i set: the person takes no part in `INSURANCES[i]`. */
export function absenceMask(participation: Participation): number {
  return INSURANCES.reduce((mask, insurance, bit) => (participation[insurance] === false ? mask | (1 << bit) : mask), 0)
}

/**
 * Premiums of many people in columns. `Float64Array` holds whole fen exactly (all below 2^53); person `p`, line `l`
 * is at `amounts[p * lineCount + l]`, an insurance the person takes no part in is 0. Bases: `p * limitCount + limit`.
 */
export type PremiumColumns = {
  readonly lineCount: number
  readonly limitCount: number
  readonly amounts: Float64Array
  readonly bases: Float64Array
  readonly employer: Float64Array
  readonly personal: Float64Array
}

/**
 * The bulk path of the monthly run: the same figures as `assessPerson`, without an object per line. `averages` are whole
 * fen, `absences` masks of `absenceMask`; `fixedCharged` holds anything but 0 for a person whose fixed amounts of the
 * month are on another line already. Each column has one entry for every person, or is left out.
 */
export function assessPeople(
  policy: Policy,
  averages: ArrayLike<number>,
  absences?: ArrayLike<number>,
  fixedCharged?: ArrayLike<number>,
): PremiumColumns {
  const count = averages.length
  checkLengths(count, absences, fixedCharged)
  const lineCount = policy.lines.length
  const limitCount = policy.limits.length
  const columns: PremiumColumns = {
    lineCount,
    limitCount,
    amounts: new Float64Array(count * lineCount),
    bases: new Float64Array(count * limitCount),
    employer: new Float64Array(count),
    personal: new Float64Array(count),
  }
  const compiled = policy.lines.map((line) => ({
    bit: 1 << INSURANCES.indexOf(line.insurance),
    employer: line.side === 'EMPLOYER',
    ratePpm: line.ratePpm,
    fixed: line.fixed,
    limitIndex: line.limitIndex,
    ...line.step,
  }))
  const unit = policy.averageRounding === 'YUAN' ? 100 : 1
  for (let person = 0; person < count; person += 1) {
    const given = averages[person] ?? Number.NaN
    const problem = monthlyWageProblem(given)
    if (problem !== undefined) throw new WageError(problem, given)
    const average = unit === 1 ? given : Math.floor((given + unit / 2) / unit) * unit
    const absent = absences?.[person] ?? 0
    fillBases(policy, columns, person, average, absent)
    fillAmounts(compiled, columns, person, absent, (fixedCharged?.[person] ?? 0) !== 0)
  }
  return columns
}

/** A mask that is too short would silently charge the people at its end as if it said nothing of them. */
function checkLengths(count: number, ...masks: readonly (ArrayLike<number> | undefined)[]): void {
  for (const mask of masks) {
    if (mask !== undefined && mask.length !== count) throw new RangeError(`${mask.length} masks for ${count} people`)
  }
}

function fillBases(policy: Policy, columns: PremiumColumns, person: number, average: number, absent: number): void {
  for (let index = 0; index < columns.limitCount; index += 1) {
    const limit = policy.limits[index]
    if (limit === undefined || (absent & limit.bit) !== 0) continue
    const base = average < limit.floor ? limit.floor : average > limit.ceiling ? limit.ceiling : average
    columns.bases[person * columns.limitCount + index] = base
  }
}

type CompiledLine = {
  bit: number
  employer: boolean
  ratePpm: number
  fixed: number
  limitIndex: number
  offset: number
  divisor: number
  unit: number
}

function fillAmounts(
  lines: readonly CompiledLine[],
  columns: PremiumColumns,
  person: number,
  absent: number,
  fixedCharged: boolean,
): void {
  const firstLine = person * columns.lineCount
  const firstBase = person * columns.limitCount
  let employer = 0
  let personal = 0
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || (absent & line.bit) !== 0) continue
    const base = columns.bases[firstBase + line.limitIndex] ?? 0
    const fixed = fixedCharged ? 0 : line.fixed
    const amount = Math.floor((base * line.ratePpm + line.offset) / line.divisor) * line.unit + fixed
    columns.amounts[firstLine + index] = amount
    if (line.employer) employer += amount
    else personal += amount
  }
  columns.employer[person] = employer
  columns.personal[person] = personal
}
