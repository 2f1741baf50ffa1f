import type { RegisteredPerson } from '@shebao/declaration-rules'
import { addMonths, FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance, Period } from '@shebao/kernel'
import type { EmploymentForm } from '@shebao/roster'

/** What holds of a person with a unit in one month. */
export interface Terms {
  readonly wage: Fen
  readonly insurances: readonly FiveInsurance[]
  readonly form: EmploymentForm
}

/** From a month on with a unit, until somebody says the last one. Each month stands by itself: what changes from one on is written into all that follow. */
interface Stay {
  readonly hireDate: string
  readonly months: Map<Period, Terms>
  ended: boolean
}

/** So far the stories look; nobody in them plans further ahead. */
const horizon = 24

/** Who is insured in which month, month by month: the register without spells, rows and what supersedes them. */
export class MonthRegister {
  readonly #first: Period
  readonly #stays = new Map<string, Stay[]>()

  constructor(first: Period) {
    this.#first = first
  }

  /** Who is there joins further insurances, and whatever else holds in a month goes on; who is not begins a stay. */
  join(unit: string, person: string, from: Period, { hireDate, ...terms }: Terms & { hireDate: string }): void {
    const stays = this.#staysOf(unit, person)
    const open = stays.find(({ ended }) => !ended)
    if (open)
      return change(open.months, from, (held) => ({ ...held, insurances: together(held.insurances, terms.insurances) }))
    const months = new Map<Period, Terms>()
    const last = addMonths(this.#first, horizon)
    for (let month = from; month <= last; month = addMonths(month, 1)) months.set(month, terms)
    stays.push({ hireDate, months, ended: false })
  }

  /** Nothing of these insurances after the last month; whom none is left of has gone. */
  stop(unit: string, person: string, last: Period, insurances: readonly FiveInsurance[]): void {
    for (const stay of this.#staysOf(unit, person)) {
      if (stay.ended) continue
      const next = addMonths(last, 1)
      change(stay.months, next, (held) => ({
        ...held,
        insurances: held.insurances.filter((one) => !insurances.includes(one)),
      }))
      if (lastOf(stay.months)?.[1].insurances.length !== 0) continue
      stay.ended = true
      for (const [month, held] of stay.months)
        if (month > last && held.insurances.length === 0) stay.months.delete(month)
    }
  }

  restate(unit: string, person: string, from: Period, terms: Partial<Pick<Terms, 'wage' | 'form'>>): void {
    for (const { months, ended } of this.#staysOf(unit, person))
      if (!ended) change(months, from, (held) => ({ ...held, ...terms }))
  }

  /** As the rules ask for somebody: the stay that is open, else the last one. */
  known(unit: string, person: string): RegisteredPerson | undefined {
    const stay = this.#staysOf(unit, person).at(-1)
    const last = stay && lastOf(stay.months)
    if (!stay || !last) return undefined
    const [fromPeriod = last[0]] = [...stay.months.keys()].toSorted((a, b) => a.localeCompare(b))
    const [toPeriod, { insurances }] = last
    return { hireDate: stay.hireDate, fromPeriod, insurances, ...(stay.ended ? { toPeriod } : {}) }
  }

  /** Whether another unit has them in the insurance in that month or after it. */
  isElsewhere(unit: string, person: string, insurance: FiveInsurance, from: string): boolean {
    return [...this.#stays].some(
      ([key, stays]) =>
        key.endsWith(` ${person}`) &&
        key !== keyOf(unit, person) &&
        stays.some(({ months }) =>
          [...months].some(([month, { insurances }]) => month >= from && insurances.includes(insurance)),
        ),
    )
  }

  /** What holds of them in the month, where anything does. */
  termsIn(unit: string, person: string, month: Period): Terms | undefined {
    for (const { months } of this.#staysOf(unit, person)) {
      const terms = months.get(month)
      if (terms && terms.insurances.length > 0) return terms
    }
    return undefined
  }

  #staysOf(unit: string, person: string): Stay[] {
    const key = keyOf(unit, person)
    const stays = this.#stays.get(key) ?? []
    this.#stays.set(key, stays)
    return stays
  }
}

const keyOf = (unit: string, person: string) => `${unit} ${person}`

const together = (some: readonly FiveInsurance[], more: readonly FiveInsurance[]) =>
  FIVE_INSURANCES.filter((one) => some.includes(one) || more.includes(one))

function change(months: Map<Period, Terms>, from: Period, to: (held: Terms) => Terms): void {
  for (const [month, held] of months) if (month >= from) months.set(month, to(held))
}

const lastOf = (months: ReadonlyMap<Period, Terms>) => [...months].toSorted(([a], [b]) => a.localeCompare(b)).at(-1)
