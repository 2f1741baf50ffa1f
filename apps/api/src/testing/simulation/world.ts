import { annualLifecycle } from '@shebao/declaration-rules'
import { addDays, civilDate, fen } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { prepareCalendar } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import { inputFor } from '../money/enforcement-input.ts'
import { Bank } from './bank.ts'
import { chooseCase, chooseStep, hourOf } from './choose-step.ts'
import { Filing } from './filing.ts'
import { unitsOfAStory } from './moves.ts'
import type { Move } from './moves.ts'
import { Office } from './office.ts'
import type { Unit } from './office.ts'
import { openCases } from './proceeding.ts'
import type { Proceeding } from './proceeding.ts'

/** Holidays are invented: what matters is that there are some. */
export const simulatedCalendar: PreparedCalendar = prepareCalendar({
  years: Array.from({ length: 12 }, (_, index) => 2026 + index),
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2027-01-01', '2027-02-08'],
  makeUpDays: ['2026-09-27', '2026-10-10'],
})
export const firstDay = civilDate('2026-06-15')

const nthOf = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)]

/** The office, the clerks, the bank and the days, as a story moves them. */
export class World {
  readonly office: Office
  readonly bank = new Bank()
  readonly filings: Filing[]
  readonly cases: Proceeding[] = []
  /** Money that came without an order. */
  readonly transfers: { employerId: string; amount: number; valueDate: CivilDate; key: string }[] = []
  /** The verdict on every report that was delivered. */
  readonly verdicts: { key: string; amount: number; type: string; verdict: string }[] = []
  #payments = 0

  constructor(calendar: PreparedCalendar = simulatedCalendar) {
    const ids = Array.from({ length: unitsOfAStory }, (_, index) => `unit-${index + 1}`)
    this.office = new Office(firstDay, calendar, ids)
    this.filings = this.office.units.map((unit) => new Filing(unit))
  }

  /** What became of it, in a word or two. */
  make(move: Move): string {
    switch (move.do) {
      case 'DAYS':
        return this.#pass(move.days)
      case 'CLOCK_BACK':
        return this.#setBack(move.days)
      case 'DECLARE':
        return this.#filing(move.unit).submit({ breaks: undefined, ...move })
      case 'REVIEW':
        return this.#review(move)
      case 'BEGIN_PAYMENT':
        return this.#beginPayment(move)
      case 'ORDER_ENDS':
        return this.bank.end(move.nth, move.how, this.#instant)?.key ?? 'NOTHING'
      case 'CONTRADICT':
        return this.bank.contradict(move.nth, move.how, this.#instant)?.key ?? 'NOTHING'
      case 'REPORT':
        return this.#hear(this.bank.deliver(move.nth))
      case 'REPORT_AGAIN':
        return this.#hear(this.bank.deliverAgain(move.nth))
      case 'TRANSFER':
        return this.#transfer(move)
      case 'TRANSFER_AGAIN':
        return this.#transferAgain(move.nth)
      case 'ENFORCE':
        return this.#enforce(move)
    }
  }

  get #instant(): string {
    return `${this.office.today}T02:00:00Z`
  }

  #filing(nth: number): Filing {
    const filing = nthOf(this.filings, nth)
    if (!filing) throw new Error('There is no unit.')
    return filing
  }

  /** Day by day, as the jobs of the night go: lapses, cases of overdue bills, and on the first the month's bills. */
  #pass(days: number): string {
    const done = { billed: 0, opened: 0, joined: 0 }
    for (let day = 0; day < days; day += 1) {
      this.office.today = addDays(this.office.today, 1)
      for (const one of this.cases) {
        one.today = this.office.today
        if (!one.isOver) one.lapse()
      }
      const { opened, joined } = openCases(this.office, this.cases)
      done.opened += opened
      done.joined += joined
      if (this.office.today.endsWith('-01'))
        for (const unit of this.office.units) if (this.office.bill(unit, this.office.month)) done.billed += 1
    }
    this.#follow()
    return `${this.office.today} ${JSON.stringify(done)}`
  }

  /** The days that come again bring their jobs again. */
  #setBack(days: number): string {
    this.office.today = addDays(this.office.today, -days)
    for (const one of this.cases) one.today = this.office.today
    this.#follow()
    return this.office.today
  }

  #follow(): void {
    for (const one of this.cases) if (!one.isOver) one.follow()
  }

  #review({ unit, by, nth }: Extract<Move, { do: 'REVIEW' }>): string {
    const filing = this.#filing(unit)
    const offered = annualLifecycle.steps.filter(
      ({ from, event }) => from.some((state) => state === filing.state) && event !== 'SUBMIT',
    )
    const step = nthOf(offered, nth)
    return step ? `${step.event} ${filing.review(step.event, by)}` : 'NOTHING'
  }

  #beginPayment({ nth, repeats }: Extract<Move, { do: 'BEGIN_PAYMENT' }>): string {
    const notice = nthOf(this.office.notices, nth)
    if (!notice) return 'NOTHING'
    // A clerk who presses twice sends the same key.
    if (!repeats) this.#payments += 1
    const key = `attempt-${this.#payments}`
    const attempt = this.office.beginPayment(notice, key)
    if (attempt) this.bank.order(key, attempt.amount)
    return `${notice.id} ${attempt?.amount ?? 'REFUSED'}`
  }

  #hear(event: ReturnType<Bank['deliver']>): string {
    if (!event) return 'NOTHING'
    const verdict = this.office.hear(event)
    this.verdicts.push({ key: event.key, amount: event.amount, type: event.type, verdict })
    this.#follow()
    return `${event.key} ${event.type} ${event.amount} → ${verdict}`
  }

  #transfer({ unit, amount, daysAgo }: Extract<Move, { do: 'TRANSFER' }>): string {
    const { id: employerId } = nthOf<Unit>(this.office.units, unit)!
    const valueDate = addDays(this.office.today, -daysAgo)
    const money = { employerId, amount, valueDate, key: `transfer-${this.transfers.length + 1}` }
    this.transfers.push(money)
    this.office.receive({ ...money, amount: fen(amount) })
    this.#follow()
    return `${money.key} of ${employerId}`
  }

  #transferAgain(nth: number): string {
    const money = nthOf(this.transfers, nth)
    if (!money) return 'NOTHING'
    return this.office.receive({ ...money, amount: fen(money.amount) }) ? 'BOOKED TWICE' : 'KNOWN'
  }

  #enforce({ nth, step: wanted, fitting, person, amount, night }: Extract<Move, { do: 'ENFORCE' }>): string {
    const one = chooseCase(this.cases, nth)
    if (!one) return 'NOTHING'
    one.hour = hourOf(night)
    const chosen = chooseStep(one, wanted, { fitting, person, amount })
    if (!chosen) return 'NOTHING'
    const { step, by } = chosen
    const before = one.state
    const outcome = one.take(by, inputFor(one, step.event, { amount, nth: wanted }))
    this.#follow()
    return `${before} ${step.event} by ${by}: ${outcome}, now ${one.state}`
  }
}
