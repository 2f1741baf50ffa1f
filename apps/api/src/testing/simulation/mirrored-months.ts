import { monthlyLifecycle } from '@shebao/declaration-rules'
import type { MonthlyEvent } from '@shebao/declaration-rules'
import { addDays, addMonths, civilDate, period, periodsBetween } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { absenceMask } from '@shebao/premium'
import { Refusal } from '../../access/refusal.ts'
import type { StaffMember } from '../../access/viewer.ts'
import { listStandingNotes } from '../../features/filing/declaration/notes.repository.ts'
import { acceptMonthly } from '../../features/filing/monthly/accept-monthly.ts'
import { answerMonthlyNote } from '../../features/filing/monthly/answer-monthly-note.ts'
import { openMonthly } from '../../features/filing/monthly/open-monthly.ts'
import { removeMonthlyChanges, saveMonthlyChanges } from '../../features/filing/monthly/save-changes.ts'
import {
  cancelMonthly,
  recommendMonthly,
  returnMonthly,
  startMonthlyReview,
  withdrawMonthly,
} from '../../features/filing/monthly/step-monthly.ts'
import { submitMonthly } from '../../features/filing/monthly/submit-monthly.ts'
import { assessEmployer } from '../../features/money/assessment/assess-employer.ts'
import { computePremiumColumns, premiumColumns } from '../../features/money/assessment/premium-rows.ts'
import { workingCalendar } from '../../features/register/calendar/index.ts'
import { employerViewer } from '../ask.ts'
import { addColleague } from '../colleague.ts'
import { addEmployer } from '../money/payment/billing-fixture.ts'
import type { TestPlatform } from '../test-platform.ts'
import type { Reviewer } from './filing.ts'
import { editable } from '../../features/filing/monthly/monthly-case.ts'
import { cutOffDay, MonthlyFilings } from './monthly-filing.ts'
import type { MonthlyFiling } from './monthly-filing.ts'
import { somebodies, typed } from './month-moves.ts'
import type { MonthMove } from './month-moves.ts'
import { unitsOfAStory } from './moves.ts'
import { readMonths } from './months-on-server.ts'
import { Office } from './office.ts'

// What units declare month by month twice: in the maps of the model, and by the product's use cases on a database. After every move each
// declaration, each month of everybody and what it was billed must be the same in both: a month costs what it costs by what was
// accepted last, however it came about.

const origin = 'simulation'
const begins = civilDate('2026-07-03')
const refusals: Readonly<Record<string, string>> = {
  ILLEGAL_TRANSITION: 'NOT_IN_STATE',
  ROLE_NOT_ALLOWED: 'NOT_PERMITTED',
}
/** Most are accepted in the end. */
const reviewed = [
  'START_REVIEW',
  'RECOMMEND',
  'APPROVE',
  'APPROVE',
  'APPROVE',
  'RETURN',
] as const satisfies readonly MonthlyEvent[]
const nthOf = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)]
const isOver = ({ state }: MonthlyFiling) => monthlyLifecycle.final.some((one) => one === state)

export class MirroredMonths {
  readonly #platform: TestPlatform
  readonly #units: readonly string[]
  readonly #model = new MonthlyFilings(begins)
  readonly #ids = new Map<MonthlyFiling, string>()
  readonly #staff: Readonly<Record<Reviewer, StaffMember>>
  readonly #office: Office

  private constructor(
    platform: TestPlatform,
    {
      units,
      office,
      staff,
    }: { units: readonly string[]; office: Office; staff: Readonly<Record<Reviewer, StaffMember>> },
  ) {
    this.#platform = platform
    this.#units = units
    this.#office = office
    this.#staff = staff
  }

  /** Units with nobody, in a region that takes a month's changes until the 15th. */
  static async open(platform: TestPlatform): Promise<MirroredMonths> {
    platform.clock.set(`${begins}T10:00:00+08:00`)
    const units: string[] = []
    while (units.length < unitsOfAStory) units.push((await addEmployer(platform, [])).employerId)
    const cutOff = { name: 'FILING_CUT_OFF_DAY', value: BigInt(cutOffDay), validFrom: '2026-01', approvedBy: 'test' }
    const everywhere = { region: '110000', insurance: 'ALL', payerSide: 'ALL', category: 'ALL', source: '测试' }
    await platform.database.prisma.policyParameter.create({ data: { ...everywhere, ...cutOff } })
    return new MirroredMonths(platform, {
      units,
      office: new Office(begins, await workingCalendar(platform), units),
      staff: {
        officer: await addColleague(platform, ['OFFICER']),
        reviewer: await addColleague(platform, ['REVIEWER']),
        head: await addColleague(platform, ['HEAD']),
      },
    })
  }

  /** What became of it; throws where the two did not do the same. */
  async make(move: MonthMove): Promise<string> {
    switch (move.do) {
      case 'DAYS':
        return this.#pass(move.days)
      case 'WRITE':
        return this.#write(move)
      case 'STRIKE':
        return this.#strike(move)
      case 'HAND_IN':
        return this.#handIn(move)
      case 'TAKE_BACK':
        return this.#takeBack(move)
      case 'DECIDE':
        return this.#decide(move)
    }
  }

  /** On the first of a month everything is billed that has no bill, whoever came to it late. */
  async #pass(days: number): Promise<string> {
    for (let day = 0; day < days; day += 1) {
      this.#model.today = addDays(this.#model.today, 1)
      this.#platform.clock.set(`${this.#model.today}T10:00:00+08:00`)
      if (this.#model.today.endsWith('-01')) for (const unit of this.#units) await this.#bill(unit)
    }
    return this.#model.today
  }

  async #bill(unit: string): Promise<void> {
    for (const month of this.#months) {
      const insured = somebodies.some(({ idNumber }) => this.#model.register.termsIn(unit, idNumber, month))
      const real = await assessEmployer(this.#platform, { employerId: unit, period: month })
      if ((real !== undefined) !== insured)
        throw new Error(`${unit} in ${month}: ${insured} is insured, billed ${real?.people}`)
      if (insured) this.#model.billed.add(`${unit} ${month}`)
    }
  }

  /** That can have a bill. */
  get #months(): readonly Period[] {
    return periodsBetween(addMonths(period(begins.slice(0, 7)), -3), this.#model.month)
  }

  async #write({ unit: nth, filing, back, changes }: Extract<MonthMove, { do: 'WRITE' }>): Promise<string> {
    const unit = nthOf(this.#units, nth) ?? ''
    const month = addMonths(this.#model.open, -back)
    const of = this.#model.openFiling(unit, month, filing)
    const opened = await openMonthly(this.#platform, employerViewer(unit), { filing, origin, period: month })
    if (typeof of === 'string' || opened.kind === 'not-opened')
      return same(`${filing} of ${month}`, opened.kind === 'opened' ? 'opened' : opened.reason, of)
    const declarationId = opened.declaration.id
    if (same('declaration', declarationId, this.#ids.get(of) ?? declarationId)) this.#ids.set(of, declarationId)
    const drafts = changes.map((change) => {
      const { idNumber = '' } = somebodies[change.person] ?? {}
      return typed(change, month, this.#model.today, this.#model.register.known(unit, idNumber))
    })
    const outcome = await saveMonthlyChanges(this.#platform, employerViewer(unit), {
      declarationId,
      expectedRevision: opened.declaration.personnelRevision,
      origin,
      changes: drafts.map((draft) => ({ draft })),
    })
    const real = outcome.kind === 'saved' ? 'WRITTEN' : outcome.kind === 'unsaved' ? outcome.code : outcome.kind
    const model = editable.has(of.state) ? 'WRITTEN' : lying(of)
    if (model === 'WRITTEN') {
      const last = Math.max(0, ...of.rows.map(({ row }) => row))
      of.rows = [...of.rows, ...drafts.map((draft, index) => ({ row: last + index + 1, draft }))]
    }
    return same(`writing ${filing} of ${month}`, real, model)
  }

  #filingOf(unit: number, nth: number, fitting = false): MonthlyFiling | undefined {
    const whose = nthOf(this.#units, unit)
    const own = this.#model.filed.filter((one) => one.unit === whose && !isOver(one))
    return nthOf(
      own.filter((one) => !fitting || (editable.has(one.state) && one.rows.length > 0 && !this.#model.isLate(one))),
      nth,
    )
  }

  async #strike({ unit, nth, row }: Extract<MonthMove, { do: 'STRIKE' }>): Promise<string> {
    const of = this.#filingOf(unit, nth)
    const atFault = of?.rows.filter((one) => of.faults.includes(one.row)) ?? []
    const struck = of && nthOf(atFault.length > 0 ? atFault : of.rows, row)
    if (!of || !struck) return 'NOTHING'
    const { id: declarationId, personnelRevision: expectedRevision } = await this.#rowOf(of)
    const outcome = await removeMonthlyChanges(this.#platform, employerViewer(of.unit), {
      declarationId,
      expectedRevision,
      origin,
      rowNos: [struck.row],
    })
    const real = outcome.kind === 'saved' ? 'STRUCK' : outcome.kind === 'unsaved' ? outcome.code : outcome.kind
    const model = editable.has(of.state) ? 'STRUCK' : lying(of)
    if (model === 'STRUCK') of.rows = of.rows.filter((one) => one !== struck)
    return same('striking', real, model)
  }

  async #handIn({ unit, nth, answers, fitting }: Extract<MonthMove, { do: 'HAND_IN' }>): Promise<string> {
    const of = this.#filingOf(unit, nth, fitting)
    if (!of) return 'NOTHING'
    const viewer = employerViewer(of.unit)
    if (answers && editable.has(of.state)) await this.#answer(of)
    const { id: declarationId, personnelRevision: revision } = await this.#rowOf(of)
    const asked = { truthDeclared: true, signer: '李明', idempotencyKey: crypto.randomUUID() }
    const outcome = await submitMonthly(this.#platform, viewer, { declarationId, revision, origin, ...asked })
    const real =
      outcome.kind === 'incomplete'
        ? outcome.issues.map(({ row, code }) => `${row} ${code}`)
        : [outcome.kind === 'submitted' ? 'TAKEN' : outcome.kind === 'refused' ? outcome.reason : outcome.kind]
    return same(`${of.filing} of ${of.period}`, sorted(real), sorted(this.#model.handIn(of)))
  }

  async #answer(of: MonthlyFiling): Promise<void> {
    const notes = await listStandingNotes(this.#platform, await this.#rowOf(of), monthlyLifecycle.lifecycle)
    same('notes', String(notes.length), String(of.notes.length))
    for (const { id: noteId, answer } of notes) {
      const said = { noteId, answer: '属实', was: answer ?? '' }
      await answerMonthlyNote(this.#platform, employerViewer(of.unit), { declarationId: this.#idOf(of), ...said })
    }
    for (const note of of.notes) note.answered = true
  }

  async #takeBack({ unit, nth, event }: Extract<MonthMove, { do: 'TAKE_BACK' }>): Promise<string> {
    const of = this.#filingOf(unit, nth)
    if (!of) return 'NOTHING'
    const input = { declarationId: this.#idOf(of), origin }
    const take = event === 'WITHDRAW' ? withdrawMonthly : cancelMonthly
    const real = wordOf(await take(this.#platform, employerViewer(of.unit), input))
    return `${event} ${same(event, real, this.#model.takeBack(of, event))}`
  }

  /** Of everything that lies with the office one, in the order it was opened. */
  async #decide({ nth, by: drawn, step, fitting }: Extract<MonthMove, { do: 'DECIDE' }>): Promise<string> {
    const of = nthOf(
      this.#model.filed.filter(({ state }) => state === 'SUBMITTED' || state === 'UNDER_REVIEW'),
      nth,
    )
    const offered = reviewed.filter((event) =>
      monthlyLifecycle.steps.some((one) => one.event === event && one.from.some((state) => state === of?.state)),
    )
    const event = nthOf(offered, step)
    if (!of || !event) return 'NOTHING'
    const by = (fitting ? nthOf(this.#model.ableTo(of, event), step) : undefined) ?? drawn
    const [first] = of.rows
    const input = { declarationId: this.#idOf(of), version: of.version, origin }
    const notes = [{ path: `change[${first?.row ?? 1}]`, text: '请核对' }]
    const deeds = {
      START_REVIEW: () => startMonthlyReview(this.#platform, this.#staff[by], input),
      RECOMMEND: () => recommendMonthly(this.#platform, this.#staff[by], input),
      RETURN: () => returnMonthly(this.#platform, this.#staff[by], { ...input, notes }),
      APPROVE: () => acceptMonthly(this.#platform, this.#staff[by], input),
    }
    const model = this.#model.decide(of, event, by)
    return `${event} ${same(`${event} by ${by}`, await saidOf(deeds[event]), model)}`
  }

  #idOf(of: MonthlyFiling): string {
    const id = this.#ids.get(of)
    if (id === undefined) throw new Error('A declaration that only the model has.')
    return id
  }

  #rowOf(of: MonthlyFiling) {
    return this.#platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: this.#idOf(of) } })
  }

  /** The first difference between the model and the database, in words. */
  async difference(): Promise<string | undefined> {
    const real = await readMonths(this.#platform, this.#units)
    for (const [what, said] of this.#wordsOf()) {
      const read = real.get(what)
      real.delete(what)
      if (read !== said) return `${what} is ${read}, the model has ${said}`
    }
    const [more] = real
    return more && `${more[0]} is ${more[1]}, the model has nothing`
  }

  /** What is compared, each under its name. */
  #wordsOf(): Map<string, string> {
    const words = new Map<string, string>()
    for (const of of this.#model.filed) words.set(this.#idOf(of), `${of.state} ${of.version}`)
    const months = periodsBetween(addMonths(period(begins.slice(0, 7)), -5), addMonths(this.#model.month, 6))
    for (const unit of this.#units) {
      let owed = 0
      for (const month of months)
        for (const { idNumber } of somebodies) {
          const held = this.#model.register.termsIn(unit, idNumber, month)
          const of = `${unit} ${idNumber} ${month}`
          if (held) words.set(`insured ${of}`, `${held.wage} ${held.insurances.join()} ${held.form}`)
          if (!held || !this.#model.billed.has(`${unit} ${month}`)) continue
          const cost = costOf(this.#office, held, month)
          const sum = cost.reduce((total, amount) => total + amount, 0)
          // Maternity by itself costs nothing where it is merged with medical.
          if (sum > 0) words.set(`billed ${of}`, cost.join(' '))
          owed += sum
        }
      if (owed > 0) words.set(`owed ${unit}`, String(owed))
    }
    return words
  }
}

/** A month of somebody by the premium engine, insurance by insurance: what the employer pays and what they pay themselves. */
function costOf(office: Office, held: NonNullable<ReturnType<MonthlyFilings['register']['termsIn']>>, month: Period) {
  const is = (insurance: (typeof premiumColumns)[number]) => held.insurances.includes(insurance)
  const absence = absenceMask({
    PENSION: is('PENSION'),
    MEDICAL: is('MEDICAL'),
    LARGE_MEDICAL: is('MEDICAL'),
    UNEMPLOYMENT: is('UNEMPLOYMENT'),
    WORK_INJURY: is('WORK_INJURY'),
    MATERNITY: is('MATERNITY'),
  })
  const rows = computePremiumColumns(office.policyOf(month), { wages: [held.wage], absences: [absence] })
  return premiumColumns.flatMap((column) => [rows.employer[column][0] ?? 0, rows.personal[column][0] ?? 0])
}

/** What both say; throws where they do not. */
function same(what: string, real: string, model: unknown): string {
  if (real !== model)
    throw new Error(`${what}: ${real}, the model says ${typeof model === 'string' ? model : 'opened'}`)
  return real
}

const sorted = (lines: readonly string[]) => lines.toSorted((a, b) => a.localeCompare(b)).join(', ')

const lying = ({ state }: MonthlyFiling) =>
  state === 'SUBMITTED' ? 'ALREADY_SUBMITTED' : state === 'UNDER_REVIEW' ? 'UNDER_REVIEW' : 'FINISHED'

type Stepped = Awaited<ReturnType<typeof acceptMonthly>>
const wordOf = (outcome: Stepped) => (outcome.kind === 'done' ? 'TAKEN' : (refusals[outcome.code] ?? outcome.code))

async function saidOf(deed: () => Promise<Stepped>): Promise<string> {
  try {
    return wordOf(await deed())
  } catch (error) {
    if (error instanceof Refusal) return 'NOT_PERMITTED'
    throw error
  }
}
