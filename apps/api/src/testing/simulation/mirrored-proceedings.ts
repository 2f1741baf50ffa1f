import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../access/refusal.ts'
import type { Actor } from '../../access/viewer.ts'
import { dueByOf } from '../../features/money/enforcement/due-by.ts'
import { evidenceOf } from '../../features/money/enforcement/evidence/evidence-of-step.ts'
import { followDays, followPayments, proposeEnforcements } from '../../features/money/enforcement/follow-enforcement.ts'
import { standingSchema } from '../../features/money/enforcement/standing.ts'
import type { Standing } from '../../features/money/enforcement/standing.ts'
import { stepInputSchema } from '../../features/money/enforcement/step-input.ts'
import type { StepInput } from '../../features/money/enforcement/step-input.ts'
import { stepAs, takeEnforcementStep } from '../../features/money/enforcement/take-enforcement-step.ts'
import { employerViewer } from '../ask.ts'
import { handInFile } from '../hand-in-file.ts'
import { inputFor } from '../money/enforcement-input.ts'
import { bank, people } from '../money/enforcement-walk.ts'
import type { Person } from '../money/enforcement-walk.ts'
import type { TestPlatform } from '../test-platform.ts'
import { chooseCase, chooseStep, hourOf } from './choose-step.ts'
import type { Move } from './moves.ts'
import type { Office } from './office.ts'
import { openCases } from './proceeding.ts'
import type { Proceeding } from './proceeding.ts'

// Article 63 of a seed's story twice: the cases of the simulation, and those that the product's jobs open and its use case takes on, on
// a database. Of each case its bills, its state, everything it holds and the day it waits for must be the same in both.

const origin = 'simulation'
const refusals: Readonly<Record<string, string>> = { WRONG_BODY: 'NOT_PERMITTED' }

export class MirroredProceedings {
  readonly #platform: TestPlatform
  readonly #office: Office
  readonly #cases: Proceeding[] = []
  readonly #clerks: ReadonlyMap<string, Actor>
  #steps = 0

  private constructor(platform: TestPlatform, office: Office) {
    this.#platform = platform
    this.#office = office
    this.#clerks = new Map(office.units.map(({ id }) => [id, employerViewer(id)]))
  }

  static async open(platform: TestPlatform, office: Office): Promise<MirroredProceedings> {
    const { prisma } = platform.database
    const made = await prisma.account.create({
      data: { kind: 'STAFF', displayName: '管理员', passwordHash: '', staffNo: crypto.randomUUID().slice(0, 12) },
    })
    await prisma.partner.create({
      data: {
        id: bank,
        kind: 'BANK',
        number: 'B-SIMULATION',
        name: '工行',
        linked: false,
        createdBy: made.id,
        createdAt: platform.clock.now(),
      },
    })
    return new MirroredProceedings(platform, office)
  }

  /** The jobs of a night: what days alone bring about, and a case of what is overdue. */
  async passNight(): Promise<void> {
    this.#setDay()
    const lapsed = this.#cases.filter((one) => !one.isOver && one.lapse() === 'TAKEN').length
    const { opened } = openCases(this.#office, this.#cases)
    const real = [await followDays(this.#platform), await proposeEnforcements(this.#platform)]
    if (!isDeepStrictEqual(real, [lapsed, opened]))
      throw new Error(`${real.join()} lapsed and opened, the model says ${[lapsed, opened].join()}`)
  }

  /** Days may have come again: a case knows which one it is. */
  #setDay(): void {
    for (const one of this.#cases) one.today = this.#office.today
  }

  /** What money that came means for the cases. */
  async follow(): Promise<void> {
    this.#setDay()
    for (const one of this.#cases) if (!one.isOver) one.follow()
    await followPayments(this.#platform)
  }

  async enforce({ nth, step: wanted, night, ...drawn }: Extract<Move, { do: 'ENFORCE' }>): Promise<string> {
    this.#setDay()
    const one = chooseCase(this.#cases, nth)
    if (!one) return 'NOTHING'
    one.hour = hourOf(night)
    const chosen = chooseStep(one, wanted, drawn)
    const input = chosen && this.#inputOf(one, chosen, { amount: drawn.amount, nth: wanted })
    if (!chosen || !input) return 'NOTHING'
    const { by } = chosen
    const before = one.state
    const id = await this.#idOf(one)
    const model = one.take(by, input)
    const real = await this.#take(one, id, { by, input, hour: one.hour })
    // To whom a case says nothing, it is not there; what they cannot see they cannot be told the state of either.
    const hidden = real === 'NOT_FOUND' && ['NOT_PERMITTED', 'NOT_IN_STATE'].includes(model)
    const blind = by === 'employer' && real === 'NOT_IN_STATE' && model === 'NOT_PERMITTED'
    if (real !== model && !hidden && !blind)
      throw new Error(`${before} ${input.event} by ${by}: ${real}, the model says ${model}`)
    await this.follow()
    return `${before} ${input.event} by ${by}: ${model}, now ${one.state}`
  }

  /** As a form would send it, each paper of a bank or court under a reference of its own; a bank speaks for itself. */
  #inputOf(
    one: Proceeding,
    { step, by }: NonNullable<ReturnType<typeof chooseStep>>,
    drawn: Parameters<typeof inputFor>[2],
  ): StepInput | undefined {
    this.#steps += 1
    const bankId = by === 'bank' ? { bankId: bank } : {}
    const filled = { ...inputFor(one, step.event, drawn), ...bankId, reference: `R${this.#steps}` }
    const parsed = stepInputSchema.safeParse(filled)
    return parsed.success ? parsed.data : undefined
  }

  async #take(
    one: Proceeding,
    id: string,
    { by, input, hour }: { by: Person; input: StepInput; hour: number },
  ): Promise<string> {
    const actor: Actor = by === 'employer' ? (this.#clerks.get(one.employerId) ?? people.employer) : people[by]
    const step = { id, input }
    this.#platform.clock.set(`${this.#office.today}T${String(hour).padStart(2, '0')}:00:00+08:00`)
    try {
      if (actor.kind === 'SYSTEM') return wordOf(await stepAs(this.#platform, actor, origin, step))
      const evidence = []
      for (const kind of evidenceOf(input).takes)
        evidence.push({ kind, files: [await handInFile(this.#platform, actor)] })
      return wordOf(await takeEnforcementStep(this.#platform, actor, origin, { ...step, evidence }))
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    } finally {
      this.#platform.clock.set(`${this.#office.today}T10:00:00+08:00`)
    }
  }

  /** The first difference between the model and the database, in words. */
  async difference(): Promise<string | undefined> {
    const rows = await this.#rows()
    if (rows.size !== this.#cases.length) return `there are ${rows.size} cases, the model has ${this.#cases.length}`
    for (const one of this.#cases) {
      const row = rows.get(
        nameOf(
          one.employerId,
          one.noticeIds.map((id) => this.#office.notice(id).period),
        ),
      )
      if (!row) return `no case has the bills ${one.noticeIds.join()}`
      const model = this.#wordsOf(one)
      for (const [what, said] of Object.entries(model)) {
        const real = row[what as keyof typeof model]
        if (!isDeepStrictEqual(real, said))
          return `${what} of the case of ${one.noticeIds.join()} is ${JSON.stringify(real)}, the model has ${JSON.stringify(said)}`
      }
    }
    return undefined
  }

  /** What is compared of each case. */
  #wordsOf(one: Proceeding) {
    const { state, standing, known: settled, isOver } = one
    return {
      state,
      settled,
      dueBy: dueByOf({ state, standing, settled }, this.#office.calendar) ?? null,
      standing: unsealed(standing),
      ended: isOver,
    }
  }

  async #rows() {
    const { prisma } = this.#platform.database
    const cases = await prisma.enforcementCase.findMany({
      where: { employerId: { in: this.#office.units.map(({ id }) => id) } },
      include: { debts: true },
    })
    const notices = await prisma.paymentNotice.findMany({
      where: { id: { in: cases.flatMap(({ debts }) => debts.map(({ noticeId }) => noticeId)) } },
    })
    const periodOf = new Map(notices.map(({ id, period }) => [id, period]))
    return new Map(
      cases.map(({ id, employerId, status: state, settled, dueBy, standing, debts }) => [
        nameOf(
          employerId,
          debts.map(({ noticeId }) => periodOf.get(noticeId) ?? ''),
        ),
        {
          id,
          state,
          settled: Number(settled),
          dueBy,
          standing: unsealed(standingSchema.parse(standing)),
          ended: debts.every(({ endedAt }) => endedAt !== null),
        },
      ]),
    )
  }

  async #idOf(one: Proceeding): Promise<string> {
    const months = one.noticeIds.map((id) => this.#office.notice(id).period)
    const row = (await this.#rows()).get(nameOf(one.employerId, months))
    if (!row) throw new Error(`No case has the bills ${one.noticeIds.join()}.`)
    return row.id
  }
}

function wordOf(outcome: Awaited<ReturnType<typeof takeEnforcementStep>>): string {
  if (!('kind' in outcome)) return 'STALE'
  if (outcome.kind === 'DONE') return 'TAKEN'
  const code = outcome.reasons[0]?.code ?? ''
  return refusals[code] ?? code
}

/** A bill is in one case, so its bills name a case. */
const nameOf = (employerId: string, months: readonly string[]): string => `${employerId} ${months.toSorted().join()}`

/** Sealed account numbers are another text each time; that one is there is all that can be said. */
const unsealed = (standing: Standing): unknown =>
  JSON.parse(JSON.stringify(standing, (key, value: unknown) => (key === 'accountSealed' ? undefined : value)))
