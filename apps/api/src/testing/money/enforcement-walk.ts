import { barredFrom, stepOf } from '@shebao/case'
import { addDays, civilDate, weekdayOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { prepareCalendar } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import { may } from '../../access/permissions.ts'
import type { Actor } from '../../access/viewer.ts'
import { afterStep } from '../../features/money/enforcement/apply-step.ts'
import { enforcementGuards, totalOf } from '../../features/money/enforcement/enforcement-guards.ts'
import type { Due, EnforcementFacts } from '../../features/money/enforcement/enforcement-guards.ts'
import { releasedFigures } from '../../features/money/enforcement/enforcement-figures.ts'
import { enforcementTable } from '../../features/money/enforcement/enforcement.lifecycle.ts'
import type { EnforcementState } from '../../features/money/enforcement/enforcement.lifecycle.ts'
import type { EvidenceKind } from '../../features/money/enforcement/evidence/evidence-kinds.ts'
import { evidenceOf } from '../../features/money/enforcement/evidence/evidence-of-step.ts'
import { nothingYet } from '../../features/money/enforcement/standing.ts'
import type { Standing } from '../../features/money/enforcement/standing.ts'
import type { InputOf, StepInput } from '../../features/money/enforcement/step-input.ts'
import { employerViewer, partnerViewer, staffViewer } from '../ask.ts'

// The table, its guards and what its steps leave, without a database: the ledger is two figures, the calendar the holidays of autumn 2024.
export const calendar = prepareCalendar({
  years: [2024, 2025, 2026, 2027, 2028, 2029],
  holidays: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
  makeUpDays: ['2024-09-29', '2024-10-12'],
})
export const unit = crypto.randomUUID()
export const bank = crypto.randomUUID()
export const people = {
  officer: staffViewer(['OFFICER']),
  collector: staffViewer(['COLLECTION_OFFICER']),
  reviewer: staffViewer(['REVIEWER']),
  head: staffViewer(['HEAD']),
  department: partnerViewer('DEPARTMENT'),
  court: partnerViewer('COURT'),
  bank: partnerViewer('BANK', { partnerId: bank }),
  employer: employerViewer(unit),
  job: { kind: 'SYSTEM', job: 'test' },
} as const satisfies Record<string, Actor>
export type Person = keyof typeof people
export const everybody = Object.keys(people) as Person[]
const accountOf = (actor: Actor) => (actor.kind === 'SYSTEM' ? actor.job : actor.accountId)

/** A case on its way; whoever walks it says where its money stands. */
export abstract class Walk {
  state: EnforcementState = 'OVERDUE'
  standing: Standing = nothingYet
  today: CivilDate = civilDate('2024-09-02')
  hour = 10
  figures = releasedFigures
  known = 0
  returnedByCourt = 0
  readonly calendar: PreparedCalendar

  constructor(by: PreparedCalendar = calendar) {
    this.calendar = by
  }
  abstract get due(): Due
  abstract pay(amount: number): void

  /** Why a step is not taken, or nothing: the step, the person, four eyes, then the guards, as `case/take-step.ts` asks. */
  refusal(person: Person, facts: EnforcementFacts): string | undefined {
    const actor: Actor = people[person]
    const step = stepOf(enforcementTable, facts.state, facts.input.event)
    if (!step) return 'NOT_IN_STATE'
    if (!may(actor, step.who, { employerId: unit })) return 'NOT_PERMITTED'
    const takers = {
      INVESTIGATE: this.standing.finding?.by ?? [],
      PREPARE_PAPER: this.standing.draft?.by ?? [],
    }
    if (actor.kind !== 'SYSTEM' && barredFrom(step, takers).includes(actor.accountId)) return 'SAME_PERSON'
    for (const guard of step.guards ?? []) {
      const [problem] = enforcementGuards[guard](facts)
      if (problem) return problem.code
    }
    return undefined
  }
  factsFor(input: StepInput, evidence: readonly EvidenceKind[] = evidenceOf(input).takes): EnforcementFacts {
    const { state, standing, due, today, hour, figures } = this
    return { state, standing, due, input, today, hour, figures, calendar: this.calendar, evidence }
  }
  take(person: Person, input: StepInput, evidence?: readonly EvidenceKind[]): string {
    const facts = this.factsFor(input, evidence)
    const refused = this.refusal(person, facts)
    if (refused !== undefined) return refused
    const { to: wanted } = stepOf(enforcementTable, this.state, input.event) ?? { to: 'SAME' as const }
    const to = wanted === 'SAME' ? this.state : wanted
    this.standing = afterStep({ ...facts, by: accountOf(people[person]) }, to)
    this.state = to
    if (input.event === 'ALLOCATE' || input.event === 'ALLOCATE_PART' || input.event === 'REALISE_GUARANTEE')
      this.pay(input.amount)
    if (input.event === 'OFFSET_DEBT') {
      this.pay(this.standing.distribution?.offset ?? 0)
      this.returnedByCourt += this.standing.distribution?.surplus ?? 0
    }
    this.known = this.due.settled
    return 'TAKEN'
  }
  must(person: Person, input: StepInput) {
    const { state } = this
    const outcome = this.take(person, input)
    if (outcome !== 'TAKEN') throw new Error(`${person}, ${input.event} in ${state}: ${outcome}`)
  }
  /** What the office's job does when money came. */
  follow() {
    if (this.due.settled === this.known) return
    this.take('job', {
      event: totalOf(this.due) === 0 ? (this.state === 'OFFSET' ? 'CLOSE_OFFSET' : 'PAID_IN_FULL') : 'PART_PAID',
    })
  }
}

/** A case with its two figures of the ledger. */
export class Case extends Walk {
  charged = { principal: 1_000_000, fee: 0 }
  settled = 0

  get due() {
    const rest = this.charged.principal + this.charged.fee - this.settled
    const principal = Math.min(rest, this.charged.principal)
    return { principal, lateFee: rest - principal, settled: this.settled }
  }
  pass(days: number) {
    this.today = addDays(this.today, days)
    // No late fee while a deferral stands (M13).
    if (this.state !== 'DEFERRED' && totalOf(this.due) > 0) this.charged.fee += 500 * days
  }
  pay(amount: number) {
    this.settled += Math.min(amount, totalOf(this.due))
  }
  /** Days until the next working morning. */
  untilMorning() {
    this.pass(1)
    while (weekdayOf(this.today) === 0 || weekdayOf(this.today) === 6 || this.today.startsWith('2024-10-0'))
      this.pass(1)
    this.hour = 10
  }
}

export const served = (on: CivilDate) => ({ servedOn: on, way: 'DIRECT' as const, servedTo: '前台' })
export const prepared = (paper: Extract<StepInput, { event: 'PREPARE_PAPER' }>['paper']): StepInput => ({
  event: 'PREPARE_PAPER',
  paper,
})
export const grounds = '经查明未缴纳社会保险费'

export function ordered(): Case {
  const one = new Case()
  one.must('officer', { event: 'INVESTIGATE', ground: 'DECLARED_UNPAID', text: grounds })
  one.must('reviewer', { event: 'VERIFY_ARREARS' })
  one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
  one.must('head', { event: 'ORDER_PAYMENT' })
  one.must('officer', { event: 'SERVE_ORDER', ...served(one.today) })
  return one
}
export function demanded(): Case {
  const one = ordered()
  one.pass(8)
  one.must('job', { event: 'EXPIRE_ORDER' })
  one.must('officer', prepared({ step: 'QUERY_ACCOUNTS', banks: [{ id: bank, name: '工行' }] }))
  one.must('head', { event: 'QUERY_ACCOUNTS' })
  one.must('bank', {
    event: 'ANSWER_QUERY',
    bankId: bank,
    account: '****0000',
    balance: 300_000,
    asOf: one.today,
    reference: 'R1',
  })
  one.must('officer', prepared({ step: 'APPLY_ALLOCATION', bankId: bank, facts: grounds, other: '' }))
  one.must('head', { event: 'APPLY_ALLOCATION' })
  one.must('department', { event: 'DEMAND_PAYMENT', termDays: 3 })
  return one
}
export const decide: InputOf<'DECIDE_ALLOCATION'> = { event: 'DECIDE_ALLOCATION', reasons: grounds }
export function notified(): Case {
  const one = demanded()
  one.must('department', { ...decide, hidingEvidence: '账户资金正在转出' })
  one.must('department', { event: 'NOTIFY_BANK' })
  return one
}
export function short(): Case {
  const one = demanded()
  one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
  one.pass(7)
  one.must('department', decide)
  one.must('department', { event: 'SERVE_DECISION', ...served(one.today) })
  one.untilMorning()
  one.must('department', { event: 'NOTIFY_BANK' })
  one.must('bank', { event: 'ALLOCATE', bankId: bank, amount: 300_000, valueDate: one.today, reference: 'R2' })
  one.must('reviewer', { event: 'FIND_SHORTFALL' })
  return one
}
export const guarantee = {
  kind: 'MORTGAGE',
  object: '厂房',
  value: 2_000_000,
  registrationNo: '登记1',
  valuationNo: '评估1',
} as const
export const courtPaper = prepared({
  step: 'APPLY_COURT',
  facts: grounds,
  assets: [{ description: '设备', place: '厂区', value: 900_000 }],
})
export function toCourt(one: Case) {
  one.must('officer', prepared({ step: 'DEMAND_BEFORE_COURT' }))
  one.must('head', { event: 'DEMAND_BEFORE_COURT' })
  one.must('officer', { event: 'SERVE_COURT_DEMAND', ...served(one.today) })
  one.pass(200)
  one.must('officer', courtPaper)
  one.must('head', { event: 'APPLY_COURT' })
}

export function atCourt(): Case {
  const one = short()
  toCourt(one)
  return one
}
export function deferred(): Case {
  const one = short()
  const instalments = [{ dueOn: addDays(one.today, 10), amount: totalOf(one.due) }]
  one.must('officer', prepared({ step: 'SIGN_DEFERRAL', guarantee, instalments }))
  one.must('head', { event: 'SIGN_DEFERRAL' })
  return one
}
export function seized(): Case {
  const one = atCourt()
  one.must('court', { event: 'ACCEPT_APPLICATION', documentNo: '（2025）行审1号' })
  one.must('court', { event: 'RULE_TO_ENFORCE', documentNo: '（2025）行审1号', heard: false })
  one.untilMorning()
  one.must('court', { event: 'SEIZE', items: [{ description: '车辆', value: totalOf(one.due) }] })
  return one
}
/** Short of money, and demanded before the court on a day. */
export function courtDemanded(day: string): Case {
  const one = short()
  one.today = civilDate(day)
  one.must('officer', prepared({ step: 'DEMAND_BEFORE_COURT' }))
  one.must('head', { event: 'DEMAND_BEFORE_COURT' })
  one.must('officer', { event: 'SERVE_COURT_DEMAND', ...served(one.today) })
  one.must('officer', courtPaper)
  return one
}
