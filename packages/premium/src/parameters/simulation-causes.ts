import { FIVE_INSURANCES, SIDES } from '@shebao/kernel'
import type { FiveInsurance, InjuryClass, Insurance, Side } from '@shebao/kernel'
import { fixedOnly } from '../policy.ts'
import type { Policy, PolicyLimit, PolicyLine } from '../policy.ts'
import { limitOf } from '../premium.ts'
import type { PremiumColumns } from '../premium.ts'

/** As the month was billed, and as it would be with the proposal. */
export const MOMENTS = ['before', 'after'] as const
export type Moment = (typeof MOMENTS)[number]

/** Where a base stands between the limits of its line. At either limit, and without a rate, everybody pays the same. */
export const BASE_STANDINGS = ['AT_FLOOR', 'BETWEEN', 'AT_CEILING', 'FIXED_ONLY'] as const
export type BaseStanding = (typeof BASE_STANDINGS)[number]

/**
 * The rows that people of one premium line are charged by; units with a rate of their own apart from those of their class, and
 * people whose fixed amount is charged with another employer apart from the others.
 */
export type SimulatedLine = {
  line: PolicyLine
  limit: PolicyLimit
  injuryClass: InjuryClass
  fixedCharged: boolean
}

/** People who are charged by the same rows and stand in the same place, and what their bases and amounts come to. */
export type Cause = {
  /** Place among the shares. */
  share: number
  /** Key among the lines; null for amounts that the published rows do not arrive at, which stand as they were billed. */
  line: string | null
  standing: BaseStanding
  people: number
  bases: number
  amount: number
  /** The rate of all of them; null where units have different rates of their own. */
  ratePpm: number | null
}

/** Why a month costs what it costs, by line and standing: bounded however many people there are. */
export type Causes = Record<Moment, Record<string, Cause>>
/** By moment, line, and for work injury by class. */
export type SimulatedLines = Record<string, SimulatedLine>

export const emptyCauses = (): Causes => ({ before: {}, after: {} })

/** Shares in the order of the tally: the employer's five insurances, then the employee's. */
export const SHARES = SIDES.flatMap((side) => FIVE_INSURANCES.map((insurance) => ({ side, insurance })))

export function sharePlace(side: Side, insurance: Insurance): number {
  return SIDES.indexOf(side) * FIVE_INSURANCES.length + FIVE_INSURANCES.indexOf(columnOf(insurance))
}

/** Large-amount medical is collected with medical. */
const columnOf = (insurance: Insurance): FiveInsurance => (insurance === 'LARGE_MEDICAL' ? 'MEDICAL' : insurance)

/** Some people of one employer as one policy charges them. */
export class ChargedPeople {
  readonly #policy: Policy
  readonly #columns: PremiumColumns
  /** Lines of each share. */
  readonly #lines: readonly (readonly number[])[]
  /** Not 0: the fixed amounts of this person are charged elsewhere. */
  readonly #elsewhere: ArrayLike<number> | null
  /** What was counted so far, line by line and standing by standing; of people charged elsewhere apart. */
  readonly #counted: readonly Readonly<Record<BaseStanding, Cause>>[]
  readonly #countedElsewhere: readonly Readonly<Record<BaseStanding, Cause>>[]

  constructor(
    policy: Policy,
    columns: PremiumColumns,
    moment: Moment,
    known: SimulatedLines,
    elsewhere: ArrayLike<number> | null,
  ) {
    this.#policy = policy
    this.#columns = columns
    this.#elsewhere = elsewhere
    const places = policy.lines.map(({ side, insurance }) => sharePlace(side, insurance))
    this.#lines = SHARES.map((_share, place) => [...places.keys()].filter((line) => places[line] === place))
    const causesOf = (fixedCharged: boolean) =>
      policy.lines.map((line) => emptyCausesOf(policy, line, moment, known, fixedCharged))
    this.#counted = causesOf(false)
    this.#countedElsewhere = elsewhere === null ? [] : causesOf(true)
  }

  amountOf(person: number, share: number): number {
    let amount = 0
    for (const line of this.#lines[share] ?? []) amount += this.#lineAmount(person, line)
    return amount
  }

  /** Counts one person's share, line by line. */
  count(person: number, share: number): void {
    for (const index of this.#lines[share] ?? []) {
      const line = this.#policy.lines[index]
      if (line === undefined) continue
      const amount = this.#lineAmount(person, index)
      const base = this.#columns.bases[person * this.#columns.limitCount + line.limitIndex] ?? 0
      const counted = this.#elsewhere?.[person] && line.fixed > 0 ? this.#countedElsewhere : this.#counted
      const cause = counted[index]?.[standingOf(line, limitOf(this.#policy, line), base)]
      if (cause === undefined || (base === 0 && amount === 0)) continue
      cause.people += 1
      cause.bases += base
      cause.amount += amount
    }
  }

  /** Adds what was counted to the causes of the employer. */
  addTo(causes: Record<string, Cause>): void {
    for (const counted of [...this.#counted, ...this.#countedElsewhere])
      for (const cause of Object.values(counted)) if (cause.people > 0) addCause(causes, cause)
  }

  #lineAmount(person: number, line: number): number {
    return this.#columns.amounts[person * this.#columns.lineCount + line] ?? 0
  }
}

/** Nobody yet of a line in each standing; the rows behind it become known with it. */
function emptyCausesOf(
  policy: Policy,
  line: PolicyLine,
  moment: Moment,
  known: SimulatedLines,
  fixedCharged: boolean,
): Readonly<Record<BaseStanding, Cause>> {
  const key = `${keyOf(policy, line, moment)}${fixedCharged ? ' fixed elsewhere' : ''}`
  if (!fixedCharged || line.fixed > 0)
    known[key] ??= { line, limit: limitOf(policy, line), injuryClass: policy.injuryClass, fixedCharged }
  const nobody = { share: sharePlace(line.side, line.insurance), line: key, people: 0, bases: 0, amount: 0 }
  const at = (standing: BaseStanding): Cause => ({ ...nobody, standing, ratePpm: line.ratePpm })
  return {
    AT_FLOOR: at('AT_FLOOR'),
    BETWEEN: at('BETWEEN'),
    AT_CEILING: at('AT_CEILING'),
    FIXED_ONLY: at('FIXED_ONLY'),
  }
}

/** An amount that no row explains: as it was billed. */
export function countAsBilled(causes: Record<string, Cause>, share: number, amount: number): void {
  if (amount === 0) return
  addCause(causes, { share, line: null, standing: 'FIXED_ONLY', people: 1, bases: 0, amount, ratePpm: null })
}

export function addCauses(to: Causes, from: Causes): void {
  for (const moment of MOMENTS) for (const cause of Object.values(from[moment])) addCause(to[moment], cause)
}

function addCause(causes: Record<string, Cause>, more: Cause): void {
  const key = `${more.line ?? more.share} ${more.standing}`
  const known = causes[key]
  if (known === undefined) {
    causes[key] = { ...more }
    return
  }
  known.people += more.people
  known.bases += more.bases
  known.amount += more.amount
  if (known.ratePpm !== more.ratePpm) known.ratePpm = null
}

function keyOf({ injuryClass }: Policy, { insurance, side, from }: PolicyLine, moment: Moment): string {
  const line = `${moment} ${side} ${insurance}`
  if (insurance !== 'WORK_INJURY') return line
  return `${line} ${injuryClass}${from.rate === undefined ? ' own rate' : ''}`
}

function standingOf(line: PolicyLine, limit: PolicyLimit, base: number): BaseStanding {
  if (fixedOnly(line)) return 'FIXED_ONLY'
  if (base === limit.floor) return 'AT_FLOOR'
  return base === limit.ceiling ? 'AT_CEILING' : 'BETWEEN'
}
