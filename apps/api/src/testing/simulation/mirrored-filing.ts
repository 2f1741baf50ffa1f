import { annualLifecycle } from '@shebao/declaration-rules'
import type { AnnualEvent } from '@shebao/declaration-rules'
import { civilDate, period } from '@shebao/kernel'
import { breakDeclaration, declarationContext, makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { Refusal } from '../../access/refusal.ts'
import type { StaffMember } from '../../access/viewer.ts'
import { listStandingNotes } from '../../features/filing/declaration/notes.repository.ts'
import { answerNote } from '../../features/filing/inspection/answer-note.ts'
import { submitDeclaration } from '../../features/filing/inspection/submit-declaration.ts'
import { withdrawDeclaration } from '../../features/filing/inspection/withdraw-declaration.ts'
import {
  acceptDeclaration,
  recommendDeclaration,
  returnDeclaration,
  startReview,
} from '../../features/filing/review/index.ts'
import { absenceOf, computePremiumColumns, noticeLines, totalOf } from '../../features/money/assessment/premium-rows.ts'
import { workingCalendar } from '../../features/register/calendar/index.ts'
import { employerViewer } from '../ask.ts'
import { addColleague } from '../colleague.ts'
import { declarationNow, openDraft } from '../inspection-scenario.ts'
import type { GivenUnit } from '../inspection-scenario.ts'
import { register } from '../parity-register.ts'
import { enterDraft } from '../parity-submission.ts'
import type { TestPlatform } from '../test-platform.ts'
import { Filing } from './filing.ts'
import type { DraftWish, Reviewer } from './filing.ts'
import { unitsOfAStory } from './moves.ts'
import type { Move } from './moves.ts'
import { Office } from './office.ts'
import type { Unit } from './office.ts'

// The declarations of a seed's story twice: as the simulation has them, and by the product's use cases on a database, each draft typed and
// each step taken by somebody who is there. What was accepted must be who is insured and what is billed.

const origin = 'simulation'
/** A clerk cannot say these: the code is the register's, and the day of signing is today. */
const untyped = new Set(['wrongCreditCode', 'signedTomorrow'])
/** Paper comes after acceptance, over a counter. */
const mirrored = [
  'START_REVIEW',
  'RECOMMEND',
  'RETURN',
  'APPROVE',
  'WITHDRAW',
] as const satisfies readonly AnnualEvent[]
type Mirrored = (typeof mirrored)[number]

const refusals: Readonly<Record<string, string>> = {
  ILLEGAL_TRANSITION: 'NOT_IN_STATE',
  ROLE_NOT_ALLOWED: 'NOT_PERMITTED',
}

interface Mirror {
  filing: Filing
  unit: Unit
  given: GivenUnit
  declarationId: string
}

export class MirroredFiling {
  readonly #platform: TestPlatform
  readonly #office: Office
  readonly #mirrors: readonly Mirror[]
  readonly #staff: Readonly<Record<Reviewer, StaffMember>>

  private constructor(
    platform: TestPlatform,
    office: Office,
    mirrors: readonly Mirror[],
    staff: Readonly<Record<Reviewer, StaffMember>>,
  ) {
    this.#platform = platform
    this.#office = office
    this.#mirrors = mirrors
    this.#staff = staff
  }

  /** Units that nobody has declared anything for, and the three who review. */
  static async open(platform: TestPlatform): Promise<MirroredFiling> {
    const today = civilDate(declarationContext().today)
    platform.clock.set(`${today}T10:00:00+08:00`)
    const mirrors: Omit<Mirror, 'filing' | 'unit'>[] = []
    for (let nth = 0; nth < unitsOfAStory; nth += 1) {
      const drawn = makeCompleteDeclaration(2_000_000 + nth, 1).unit
      const employerId = await register(platform, drawn, `11010899${String(nth).padStart(2, '0')}`)
      const given = { clerk: employerViewer(employerId), employerId, answers: {}, people: [] }
      mirrors.push({ given, declarationId: await openDraft(platform, given) })
    }
    const ids = mirrors.map(({ given }) => given.employerId)
    const office = new Office(today, await workingCalendar(platform), ids)
    const whole = office.units.map((unit, index) => ({ ...mirrors[index]!, unit, filing: new Filing(unit) }))
    return new MirroredFiling(platform, office, whole, {
      officer: await addColleague(platform, ['OFFICER']),
      reviewer: await addColleague(platform, ['REVIEWER']),
      head: await addColleague(platform, ['HEAD']),
    })
  }

  /** What became of it; throws where the two did not do the same. */
  async make(move: Extract<Move, { do: 'DECLARE' | 'REVIEW' }>): Promise<string> {
    const mirror = this.#mirrors[move.unit % this.#mirrors.length]
    if (!mirror) throw new Error('There is no unit.')
    return move.do === 'DECLARE' ? this.#declare(mirror, { breaks: undefined, ...move }) : this.#review(mirror, move)
  }

  async #declare({ filing, given, declarationId }: Mirror, wish: DraftWish): Promise<string> {
    if (untyped.has(wish.breaks ?? '')) return 'NOTHING'
    const model = filing.submit(wish)
    const real = await this.#submit(given, declarationId, wish)
    const same = model.startsWith('INCOMPLETE') ? real.includes(model.replace('INCOMPLETE ', '')) : real[0] === model
    if (!same) throw new Error(`${real.join()}, the model says ${model}`)
    return model
  }

  /** TAKEN, NOT_IN_STATE, or everything that is missing. */
  async #submit(given: GivenUnit, declarationId: string, wish: DraftWish): Promise<string[]> {
    const before = await declarationNow(this.#platform, declarationId)
    const entered = draftOf(wish)
    try {
      await enterDraft(this.#platform, given, { declarationId, signed: true, ...entered })
    } catch (error) {
      // What lies with the office is not typed over.
      if (error instanceof Error && error.message === 'refused') return ['NOT_IN_STATE']
      throw error
    }
    // What a review noted is answered, or it would be missing.
    for (const { id: noteId, answer } of await listStandingNotes(this.#platform, before))
      await answerNote(this.#platform, given.clerk, { declarationId, noteId, answer: '属实', was: answer ?? '' })
    const { unitRevision, personnelRevision } = await declarationNow(this.#platform, declarationId)
    const { truthDeclared = false, signer = '' } = entered.drawn.unit
    const outcome = await submitDeclaration(this.#platform, given.clerk, {
      declarationId,
      unitRevision,
      personnelRevision,
      truthDeclared,
      signer,
      origin,
    })
    if (outcome.kind === 'submitted') return ['TAKEN']
    if (outcome.kind === 'incomplete') return outcome.issues.map(({ code }) => code)
    throw new Error(`${outcome.kind} in ${before.status}`)
  }

  async #review({ filing, declarationId }: Mirror, { by, nth }: Extract<Move, { do: 'REVIEW' }>): Promise<string> {
    const offered = annualLifecycle.steps.flatMap(({ from, event }) =>
      from.some((state) => state === filing.state) && isMirrored(event) ? [event] : [],
    )
    const event = offered[nth % Math.max(1, offered.length)]
    if (!event) return 'NOTHING'
    const model = filing.review(event, by)
    const real = await this.#take(event, this.#staff[by], declarationId)
    if (real !== model) throw new Error(`${event} by ${by}: ${real}, the model says ${model}`)
    return `${event} ${model}`
  }

  async #take(event: Mirrored, viewer: StaffMember, declarationId: string): Promise<string> {
    const { version } = await declarationNow(this.#platform, declarationId)
    const input = { declarationId, version, origin }
    const deeds = {
      START_REVIEW: () => startReview(this.#platform, viewer, input),
      RECOMMEND: () => recommendDeclaration(this.#platform, viewer, input),
      RETURN: () =>
        returnDeclaration(this.#platform, viewer, { ...input, notes: [{ path: 'unit.bankName', text: '请核对' }] }),
      APPROVE: () => acceptDeclaration(this.#platform, viewer, input),
      WITHDRAW: () => withdrawDeclaration(this.#platform, viewer, input),
    } as const satisfies Record<Mirrored, () => Promise<{ kind: string }>>
    try {
      const outcome = await deeds[event]()
      return outcome.kind === 'refused' ? (refusals[outcome.code] ?? outcome.code) : 'TAKEN'
    } catch (error) {
      if (error instanceof Refusal) return 'NOT_PERMITTED'
      throw error
    }
  }

  /** The first difference between the model and the database, in words. */
  async difference(): Promise<string | undefined> {
    for (const mirror of this.#mirrors) {
      const found = (await this.#differentState(mirror)) ?? (await this.#differentPeople(mirror))
      if (found !== undefined) return `${mirror.given.employerId} ${found}`
    }
    return undefined
  }

  async #differentState({ filing, declarationId }: Mirror): Promise<string | undefined> {
    const { status, version } = await declarationNow(this.#platform, declarationId)
    const [real, model] = [`${status} ${version}`, `${filing.state} ${filing.submitted}`]
    return real === model ? undefined : `is ${real}, the model has ${model}`
  }

  async #differentPeople({ unit }: Mirror): Promise<string | undefined> {
    const { prisma } = this.#platform.database
    const enrolled = await prisma.enrolment.findMany({ where: { employerId: unit.id, toPeriod: null } })
    const people = (wages: readonly number[], absences: readonly number[]) =>
      wages
        .map((wage, index) => `${wage}/${absences[index]}`)
        .toSorted((a, b) => a.localeCompare(b))
        .join(' ')
    const real = people(
      enrolled.map(({ averageWage }) => Number(averageWage)),
      enrolled.map((row) => absenceOf(row)),
    )
    const model = people(unit.wages, unit.absences)
    if (real !== model) return `has ${real} insured, the model ${model}`
    const bills = await prisma.paymentNotice.findMany({ where: { employerId: unit.id } })
    for (const { period: month, employerTotal, personalTotal } of bills) {
      const lines = noticeLines(computePremiumColumns(this.#office.policyOf(period(month)), unit))
      const [billed, due] = [
        `${employerTotal} + ${personalTotal}`,
        `${totalOf(lines, 'EMPLOYER')} + ${totalOf(lines, 'PERSONAL')}`,
      ]
      if (billed !== due) return `is billed ${billed} for ${month}, the model ${due}`
    }
    return bills.length === (unit.accepted > 0 ? 1 : 0) ? undefined : `has ${bills.length} bills`
  }
}

const isMirrored = (event: AnnualEvent): event is Mirrored => mirrored.some((one) => one === event)

function draftOf({ seed, people, breaks }: DraftWish) {
  const whole = makeCompleteDeclaration(seed, people)
  const drawn = breaks === undefined ? whole : breakDeclaration(whole, breaks, seed).declaration
  const comparisons = { openDifference: 'OPEN', staleRoster: 'STALE' } as const
  const comparison = comparisons[breaks as keyof typeof comparisons] ?? ('SETTLED' as const)
  return { drawn, comparison }
}
