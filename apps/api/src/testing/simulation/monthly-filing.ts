import { isDeepStrictEqual } from 'node:util'
import { barredFrom, stepOf } from '@shebao/case'
import { changeKeysOf, completeMonthly, firstOpenPeriod, monthlyLifecycle } from '@shebao/declaration-rules'
import type {
  CompleteChange,
  Issue,
  MonthlyChangeDraft,
  MonthlyContext,
  MonthlyEvent,
  MonthlyStanding,
  NumberedChange,
} from '@shebao/declaration-rules'
import { addMonths, civilDate, period } from '@shebao/kernel'
import type { CivilDate, FiveInsurance, Period } from '@shebao/kernel'
import { may } from '../../access/permissions.ts'
import { issuesOfRegister } from '../../features/filing/monthly/accept-monthly.ts'
import { editable } from '../../features/filing/monthly/monthly-case.ts'
import { employerViewer } from '../ask.ts'
import { people } from '../money/enforcement-walk.ts'
import type { Reviewer } from './filing.ts'
import { MonthRegister } from './month-register.ts'
import { reviewers } from './month-moves.ts'
import type { filings } from './month-moves.ts'

export const cutOffDay = 15
const monthsBack = 3

/** A note of the review to a line, and what the line said then. */
interface Note {
  row: number
  version: number
  said: MonthlyChangeDraft
  answered: boolean
}

export interface MonthlyFiling {
  readonly unit: string
  readonly period: Period
  readonly filing: (typeof filings)[number]
  state: MonthlyStanding
  version: number
  rows: NumberedChange[]
  /** Rows that were at fault when it was handed in last. */
  faults: number[]
  notes: Note[]
  takers: Map<string, string[]>
}

const waits = ({ state }: MonthlyFiling) => state === 'SUBMITTED' || state === 'UNDER_REVIEW'
/** In these a person is with one unit at a time (domain 3.1). */
const exclusive = (insurance: FiveInsurance) => insurance === 'PENSION' || insurance === 'MEDICAL'

/** Monthly declarations of some units without a database: what the rules are told is asked of maps, what was accepted is written month by month. */
export class MonthlyFilings {
  today: CivilDate
  readonly register: MonthRegister
  readonly filed: MonthlyFiling[] = []
  /** Months of a unit that were billed, as `unit month`. */
  readonly billed = new Set<string>()
  readonly #claims = new Map<string, MonthlyFiling>()

  constructor(today: CivilDate) {
    this.today = today
    this.register = new MonthRegister(addMonths(this.month, -6))
  }

  get month(): Period {
    return period(this.today.slice(0, 7))
  }

  get open(): Period {
    return firstOpenPeriod(this.today, cutOffDay)
  }

  openFiling(unit: string, month: Period, filing: MonthlyFiling['filing']): MonthlyFiling | string {
    const known = this.filed
      .filter((one) => one.unit === unit && one.period === month && one.state !== 'CANCELLED')
      .toReversed()
    const live = known.find((one) => one.filing === filing && (filing === 'REGULAR' || editable.has(one.state)))
    if (live) return live
    const refusal = this.#refusalToOpen(unit, month, filing, known)
    if (refusal) return refusal
    const fresh = { unit, period: month, filing, state: 'DRAFT' as const, version: 0, rows: [], faults: [], notes: [] }
    const opened: MonthlyFiling = { ...fresh, takers: new Map() }
    this.filed.push(opened)
    return opened
  }

  #refusalToOpen(unit: string, month: Period, filing: MonthlyFiling['filing'], known: readonly MonthlyFiling[]) {
    if (month > this.open) return 'PERIOD_AHEAD'
    if (filing === 'REGULAR') return month < this.open ? 'PERIOD_CLOSED' : undefined
    if (month < addMonths(this.month, -monthsBack)) return 'TOO_OLD'
    if (known.some((one) => one.filing === 'REGULAR' && editable.has(one.state))) return 'REGULAR_FIRST'
    if (filing === 'SUPPLEMENTARY') return undefined
    const has = known.some(({ state }) => state === 'APPROVED') || this.billed.has(`${unit} ${month}`)
    return has ? undefined : 'NOTHING_TO_REVISE'
  }

  /** The cut-off of its month is over. */
  isLate(of: MonthlyFiling): boolean {
    return !isOfItsOwnMonth(of) && of.period < this.open
  }

  /** TAKEN, the reason of a refusal, or everything that is missing. */
  handIn(of: MonthlyFiling): string[] {
    const step = stepOf(monthlyLifecycle, of.state, 'SUBMIT')
    if (!step)
      return [{ SUBMITTED: 'ALREADY_SUBMITTED', UNDER_REVIEW: 'UNDER_REVIEW' }[of.state as string] ?? 'FINISHED']
    if (!may(employerViewer(of.unit), step.who, { employerId: of.unit })) return ['NOT_PERMITTED']
    if (this.isLate(of)) return ['PERIOD_CLOSED']
    if (of.rows.length === 0) return ['NOTHING_TO_FILE']
    const completion = completeMonthly(of.rows, this.#contextOf(of, isOfItsOwnMonth(of) ? of.period : undefined))
    const notes = of.notes
      .filter(
        ({ row, said, answered }) =>
          !answered && isDeepStrictEqual(said, of.rows.find((one) => one.row === row)?.draft),
      )
      .map(({ row }) => `${row} NOTE_OPEN`)
    of.faults = completion.issues.flatMap(({ row, severity }) => (row === undefined || severity !== 'error' ? [] : row))
    if (!completion.ok || notes.length > 0)
      return [...notes, ...(completion.ok ? [] : completion.issues).map(({ row, code }) => `${row} ${code}`)]
    for (const { facts } of completion.complete.changes)
      if (facts.kind === 'ADD')
        for (const one of facts.insurances.filter(exclusive)) this.#claim(of, facts.idNumber, one)
    of.state = 'SUBMITTED'
    of.version += 1
    of.takers.clear()
    return ['TAKEN']
  }

  takeBack(of: MonthlyFiling, event: Extract<MonthlyEvent, 'WITHDRAW' | 'CANCEL'>): string {
    const step = stepOf(monthlyLifecycle, of.state, event)
    if (!step || step.to === 'SAME') return 'NOT_IN_STATE'
    if (event === 'WITHDRAW') this.#release(of)
    of.state = step.to
    return 'TAKEN'
  }

  /** A step of the review by one of the three; what came back names its first line. */
  decide(of: MonthlyFiling, event: MonthlyEvent, by: Reviewer): string {
    const step = stepOf(monthlyLifecycle, of.state, event)
    if (!step) return 'NOT_IN_STATE'
    const barred = this.#barred(of, step, by)
    if (barred) return barred
    if (event === 'APPROVE') {
      const refusal = this.#misfit(of)
      if (refusal) return refusal
    }
    of.takers.set(event, [...(of.takers.get(event) ?? []), people[by].accountId])
    if (step.to !== 'SAME') of.state = step.to
    // What came back is answered until somebody looks at the next version.
    if (event === 'START_REVIEW') of.notes = of.notes.filter(({ version }) => version >= of.version)
    if (event === 'RETURN') of.notes = noteOf(of)
    if (event === 'RETURN' || event === 'APPROVE') this.#release(of)
    if (event === 'APPROVE') this.#carry(of)
    return 'TAKEN'
  }

  ableTo(of: MonthlyFiling, event: MonthlyEvent): Reviewer[] {
    const step = stepOf(monthlyLifecycle, of.state, event)
    return step ? reviewers.filter((by) => !this.#barred(of, step, by)) : []
  }

  #barred(of: MonthlyFiling, step: (typeof monthlyLifecycle.steps)[number], by: Reviewer): string | undefined {
    if (!may(people[by], step.who, { employerId: of.unit })) return 'NOT_PERMITTED'
    const takers = Object.fromEntries(of.takers)
    return barredFrom(step, takers).includes(people[by].accountId) ? 'SAME_PERSON' : undefined
  }

  #misfit(of: MonthlyFiling): string | undefined {
    const issues = issuesOfRegister(of.rows, this.#contextOf(of, of.period), of)
    if (issues.some(({ code }: Issue) => code === 'ACTIVE_ELSEWHERE')) return 'ACTIVE_ELSEWHERE'
    return issues.length > 0 ? 'REGISTER_CHANGED' : undefined
  }

  /** Joins before stops before bases: somebody may join one insurance and leave another in one declaration. */
  #carry(of: MonthlyFiling): void {
    const completion = completeMonthly(of.rows, { today: this.today, earliest: period('2000-01') })
    if (!completion.ok) throw new Error('Something was accepted that is not complete.')
    const { changes } = completion.complete
    const each = (kind: CompleteChange['facts']['kind']) => changes.filter(({ facts }) => facts.kind === kind)
    const adds = each('ADD').toSorted((a, b) =>
      (a.draft.effectivePeriod ?? '').localeCompare(b.draft.effectivePeriod ?? ''),
    )
    for (const { facts } of [...each('INFO'), ...adds, ...each('STOP'), ...each('BASE')]) {
      const whose = [of.unit, facts.idNumber] as const
      if (facts.kind === 'ADD') this.register.join(...whose, facts.from, { ...facts, form: facts.employmentForm })
      if (facts.kind === 'STOP') this.register.stop(...whose, facts.lastMonth, facts.insurances)
      if (facts.kind === 'BASE') this.register.restate(...whose, facts.from, { wage: facts.wage })
      if (facts.kind === 'INFO') this.register.restate(...whose, facts.from, { form: facts.value as 'REGULAR' })
    }
  }

  #contextOf(of: MonthlyFiling, earliest: Period | undefined): MonthlyContext {
    const others = this.filed.filter((one) => one !== of && one.unit === of.unit && waits(one))
    const drafts = others.flatMap(({ rows }) => rows.map(({ draft }) => draft))
    return {
      today: civilDate(this.today),
      cutOffDay,
      ...(earliest === undefined ? {} : { earliest }),
      annualWindowOpen: true,
      registered: (key) => this.register.known(of.unit, numberOf(key)),
      isActiveElsewhere: (key, insurance, from) => {
        const held = this.#claims.get(`${numberOf(key)} ${insurance}`)
        const claimed = held !== undefined && held.unit !== of.unit
        return claimed || this.register.isElsewhere(of.unit, numberOf(key), insurance, from ?? of.period)
      },
      openChanges: new Set(drafts.flatMap((draft) => changeKeysOf(draft, this.today))),
    }
  }

  #claim(of: MonthlyFiling, person: string, insurance: FiveInsurance): void {
    const key = `${person} ${insurance}`
    if (!this.#claims.has(key)) this.#claims.set(key, of)
  }

  #release(of: MonthlyFiling): void {
    for (const [key, holder] of this.#claims) if (holder === of) this.#claims.delete(key)
  }
}

/** What is added or corrected, and what came back, is about its month however late it is. */
const isOfItsOwnMonth = ({ filing, state }: MonthlyFiling) => filing !== 'REGULAR' || state === 'RETURNED'

const numberOf = (key: string) => key.slice(key.indexOf(':') + 1)

function noteOf({ rows, version }: MonthlyFiling): Note[] {
  const [first] = rows
  return first ? [{ row: first.row, version, said: first.draft, answered: false }] : []
}
