import { barredFrom, stepOf } from '@shebao/case'
import { annualLifecycle, complete } from '@shebao/declaration-rules'
import type { AnnualEvent, AnnualStanding, CompleteDeclaration } from '@shebao/declaration-rules'
import { averageWage } from '@shebao/premium'
import { breakDeclaration, declarationContext, makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { may } from '../../access/permissions.ts'
import { absenceOf } from '../../features/money/assessment/premium-rows.ts'
import { employerViewer } from '../ask.ts'
import { people } from '../money/enforcement-walk.ts'
import type { Unit } from './office.ts'

/** A draft of a clerk: so many people, and perhaps one thing that is wrong with it. */
export interface DraftWish {
  seed: number
  people: number
  breaks: string | undefined
}

export type Reviewer = 'officer' | 'reviewer' | 'head'

/** The declaration of a unit, from the clerk's draft to what the unit is billed by. */
export class Filing {
  state: AnnualStanding = 'NOT_STARTED'
  submitted = 0
  readonly #unit: Unit
  readonly #clerk
  readonly #takers = new Map<string, string[]>()
  #complete: CompleteDeclaration | undefined

  constructor(unit: Unit) {
    this.#unit = unit
    this.#clerk = employerViewer(unit.id)
  }

  /** What is not complete is not submitted, and says why. */
  submit({ seed, people: many, breaks }: DraftWish): string {
    if (!this.#may('SUBMIT', this.#clerk)) return 'NOT_IN_STATE'
    const whole = makeCompleteDeclaration(seed, many)
    const draft = breaks === undefined ? whole : breakDeclaration(whole, breaks, seed).declaration
    const { comparison } = draft
    if (!comparison) return 'NOT_COMPARED'
    const completion = complete({ ...draft, comparison }, declarationContext())
    if (!completion.ok) return `INCOMPLETE ${completion.issues[0]?.code ?? '?'}`
    if (breaks !== undefined) throw new Error(`A draft spoilt by ${breaks} was taken for complete.`)
    this.#complete = completion.complete
    this.#takers.clear()
    this.submitted += 1
    this.state = 'SUBMITTED'
    return 'TAKEN'
  }

  review(event: AnnualEvent, by: Reviewer): string {
    const step = stepOf(annualLifecycle, this.state, event)
    if (!step || event === 'SUBMIT') return 'NOT_IN_STATE'
    if (!this.#may(event, people[by])) return 'NOT_PERMITTED'
    const takers = Object.fromEntries(this.#takers)
    if (barredFrom(step, takers).includes(people[by].accountId)) return 'SAME_PERSON'
    this.#takers.set(event, [...(this.#takers.get(event) ?? []), people[by].accountId])
    if (step.to !== 'SAME') this.state = step.to
    if (event === 'APPROVE') this.#accept()
    return 'TAKEN'
  }

  /** Bills are made of what was accepted and of nothing else. */
  #accept(): void {
    const accepted = this.#complete
    if (!accepted) throw new Error('Something was approved that was never complete.')
    const facts = accepted.people.map((person) => person.facts)
    this.#unit.wages = facts.map(({ wage }) =>
      averageWage('firstMonthWage' in wage ? { wage: wage.firstMonthWage } : wage, 'FEN'),
    )
    this.#unit.absences = facts.map(({ participation: { PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY } }) =>
      absenceOf({
        pension: PENSION,
        medical: MEDICAL,
        unemployment: UNEMPLOYMENT,
        workInjury: WORK_INJURY,
        maternity: MATERNITY,
      }),
    )
    this.#unit.accepted = this.submitted
  }

  #may(event: AnnualEvent, actor: Parameters<typeof may>[0]): boolean {
    const step = stepOf(annualLifecycle, this.state, event)
    return step !== undefined && may(actor, step.who, { employerId: this.#unit.id })
  }
}
