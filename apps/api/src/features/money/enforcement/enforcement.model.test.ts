import { barredFrom, canFinish, stepOf } from '@shebao/case'
import { addDays, civilDate, weekdayOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, prepareCalendar } from '@shebao/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may } from '../../../access/permissions.ts'
import type { Actor } from '../../../access/viewer.ts'
import { employerViewer, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { afterStep } from './apply-step.ts'
import { enforcementGuards, totalOf } from './enforcement-guards.ts'
import type { EnforcementFacts } from './enforcement-guards.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementState } from './enforcement.lifecycle.ts'
import { legalSteps } from './legal-steps.ts'
import { signedSteps } from './paper-draft.ts'
import { evidenceOf } from './evidence/evidence-of-step.ts'
import type { EvidenceKind } from './evidence/evidence-kinds.ts'
import { nothingYet } from './standing.ts'
import type { Standing } from './standing.ts'
import type { InputOf, StepInput } from './step-input.ts'

// The table, its guards and what its steps leave, without a database: the ledger is two figures, the calendar the holidays of autumn 2024.
const calendar = prepareCalendar({
  years: [2024, 2025, 2026, 2027, 2028, 2029],
  holidays: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
  makeUpDays: ['2024-09-29', '2024-10-12'],
})
const unit = crypto.randomUUID()
const bank = crypto.randomUUID()
const people = {
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
type Person = keyof typeof people
const accountOf = (actor: Actor) => (actor.kind === 'SYSTEM' ? actor.job : actor.accountId)

/** A case with its two figures of the ledger. */
class Case {
  state: EnforcementState = 'OVERDUE'
  standing: Standing = nothingYet
  today: CivilDate = civilDate('2024-09-02')
  hour = 10
  charged = { principal: 1_000_000, fee: 0 }
  settled = 0
  known = 0
  returnedByCourt = 0

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
  /** As `case/take-step.ts` asks: the step, the person, four eyes, then the guards. */
  take(person: Person, input: StepInput, evidence: readonly EvidenceKind[] = evidenceOf(input).takes): string {
    const actor: Actor = people[person]
    const step = stepOf(enforcementTable, this.state, input.event)
    if (!step) return 'NOT_IN_STATE'
    if (!may(actor, step.who, { employerId: unit })) return 'NOT_PERMITTED'
    const takers = {
      INVESTIGATE: this.standing.finding?.by ?? [],
      PREPARE_PAPER: this.standing.draft?.by ?? [],
    }
    if (actor.kind !== 'SYSTEM' && barredFrom(step, takers).includes(actor.accountId)) return 'SAME_PERSON'
    const { state, standing, due, today, hour } = this
    const facts: EnforcementFacts = { state, standing, due, input, today, hour, calendar, evidence }
    for (const guard of step.guards ?? []) {
      const [problem] = enforcementGuards[guard](facts)
      if (problem) return problem.code
    }
    const to = step.to === 'SAME' ? state : step.to
    this.standing = afterStep({ ...facts, by: accountOf(actor) }, to)
    this.state = to
    if (input.event === 'ALLOCATE' || input.event === 'REALISE_GUARANTEE') this.pay(input.amount)
    if (input.event === 'OFFSET_DEBT') {
      this.pay(this.standing.distribution?.offset ?? 0)
      this.returnedByCourt += this.standing.distribution?.surplus ?? 0
    }
    this.known = this.settled
    return 'TAKEN'
  }
  must(person: Person, input: StepInput) {
    const { state } = this
    const outcome = this.take(person, input)
    if (outcome !== 'TAKEN') throw new Error(`${person}, ${input.event} in ${state}: ${outcome}`)
  }
  /** What the office's job does when money came. */
  follow() {
    if (this.settled === this.known) return
    this.take('job', {
      event: totalOf(this.due) === 0 ? (this.state === 'OFFSET' ? 'CLOSE_OFFSET' : 'PAID_IN_FULL') : 'PART_PAID',
    })
  }
}

const served = (on: CivilDate) => ({ servedOn: on, way: 'DIRECT' as const, servedTo: '前台' })
const prepared = (paper: Extract<StepInput, { event: 'PREPARE_PAPER' }>['paper']): StepInput => ({
  event: 'PREPARE_PAPER',
  paper,
})
const grounds = '经查明未缴纳社会保险费'

function ordered(): Case {
  const one = new Case()
  one.must('officer', { event: 'INVESTIGATE', ground: 'DECLARED_UNPAID', text: grounds })
  one.must('reviewer', { event: 'VERIFY_ARREARS' })
  one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
  one.must('head', { event: 'ORDER_PAYMENT' })
  one.must('officer', { event: 'SERVE_ORDER', ...served(one.today) })
  return one
}
function demanded(): Case {
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
const decide: InputOf<'DECIDE_ALLOCATION'> = { event: 'DECIDE_ALLOCATION', reasons: grounds }
function notified(): Case {
  const one = demanded()
  one.must('department', { ...decide, hidingEvidence: '账户资金正在转出' })
  one.must('department', { event: 'NOTIFY_BANK' })
  return one
}
function short(): Case {
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
const guarantee = {
  kind: 'MORTGAGE',
  object: '厂房',
  value: 2_000_000,
  registrationNo: '登记1',
  valuationNo: '评估1',
} as const
const courtPaper = prepared({
  step: 'APPLY_COURT',
  facts: grounds,
  assets: [{ description: '设备', place: '厂区', value: 900_000 }],
})
function toCourt(one: Case) {
  one.must('officer', prepared({ step: 'DEMAND_BEFORE_COURT' }))
  one.must('head', { event: 'DEMAND_BEFORE_COURT' })
  one.must('officer', { event: 'SERVE_COURT_DEMAND', ...served(one.today) })
  one.pass(200)
  one.must('officer', courtPaper)
  one.must('head', { event: 'APPLY_COURT' })
}

function atCourt(): Case {
  const one = short()
  toCourt(one)
  return one
}
function deferred(): Case {
  const one = short()
  const instalments = [{ dueOn: addDays(one.today, 10), amount: totalOf(one.due) }]
  one.must('officer', prepared({ step: 'SIGN_DEFERRAL', guarantee, instalments }))
  one.must('head', { event: 'SIGN_DEFERRAL' })
  return one
}
function seized(): Case {
  const one = atCourt()
  one.must('court', { event: 'ACCEPT_APPLICATION', documentNo: '（2025）行审1号' })
  one.must('court', { event: 'RULE_TO_ENFORCE', documentNo: '（2025）行审1号', heard: false })
  one.untilMorning()
  one.must('court', { event: 'SEIZE', items: [{ description: '车辆', value: totalOf(one.due) }] })
  return one
}

describe('the guards of the law', () => {
  it('the allocation is never decided by the agency (SIL 63)', () => {
    const one = demanded()
    for (const person of ['officer', 'collector', 'reviewer', 'head', 'court', 'bank'] as const)
      expect(one.take(person, decide)).toBe('NOT_PERMITTED')
  })

  it('no court while a guarantee stands (SIL 63)', () => {
    const one = short()
    const plan = {
      step: 'SIGN_DEFERRAL' as const,
      guarantee,
      instalments: [{ dueOn: addDays(one.today, 60), amount: totalOf(one.due) }],
    }
    one.must('officer', prepared({ ...plan, guarantee: { ...guarantee, value: 1 } }))
    expect(one.take('head', { event: 'SIGN_DEFERRAL' })).toBe('GUARANTEE_COVERS')
    one.must(
      'officer',
      prepared({ ...plan, instalments: [{ dueOn: addDays(one.today, 400), amount: totalOf(one.due) }] }),
    )
    expect(one.take('head', { event: 'SIGN_DEFERRAL' })).toBe('PLAN_FITS')
    one.must('officer', prepared(plan))
    one.must('head', { event: 'SIGN_DEFERRAL' })
    expect(one.take('job', { event: 'BREACH_DEFERRAL' })).toBe('INSTALMENT_MISSED')
    one.pass(61)
    one.must('job', { event: 'BREACH_DEFERRAL' })
    one.must('officer', courtPaper)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('NO_GUARANTEE')
  })

  it('no court nine working days after the demand, counted around a holiday (ACL 54)', () => {
    const one = short()
    one.must('officer', prepared({ step: 'DEMAND_BEFORE_COURT' }))
    one.must('head', { event: 'DEMAND_BEFORE_COURT' })
    one.must('officer', { event: 'SERVE_COURT_DEMAND', ...served(one.today) })
    const on = one.today
    one.must('officer', courtPaper)
    one.today = addWorkingDays(calendar, on, 9)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('COURT_DEMAND_RIPE')
    one.today = addWorkingDays(calendar, on, 10)
    // Ripe; and still too early, for the debtor may yet go to court against it (ACL 53).
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('REMEDIES_OVER')
    one.today = addDays(on, 300)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('COURT_IN_TIME')
  })

  it('an order on the sixth working day is allowed, and marked late (M20 16)', () => {
    for (const [days, late] of [
      [5, false],
      [6, true],
    ] as const) {
      const one = new Case()
      one.must('officer', { event: 'INVESTIGATE', ground: 'NOT_DECLARED', text: grounds })
      one.must('reviewer', { event: 'VERIFY_ARREARS' })
      one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
      one.today = addWorkingDays(calendar, one.today, days)
      one.must('head', { event: 'ORDER_PAYMENT' })
      expect(one.standing.order?.late).toBe(late)
    }
  })

  it('a part payment after the demand: another amount, issued anew, and its term begins again (ACL 35)', () => {
    const one = demanded()
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    one.pass(7)
    one.pay(400_000)
    expect(one.take('department', decide)).toBe('DEMAND_CURRENT')
    one.follow()
    expect(one.standing.demand).toMatchObject({ amount: totalOf(one.due), settled: 400_000 })
    expect(one.take('department', decide)).toBe('DEMAND_SERVED')
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    expect(one.take('department', decide)).toBe('DEMAND_TERM_OVER')
    one.pass(6)
    one.must('department', decide)
  })

  it('executes neither at night nor on a day off (ACL 43)', () => {
    const one = demanded()
    // ACL 37: at once, where assets are being hidden.
    one.must('department', { ...decide, hidingEvidence: '账户资金正在转出' })
    one.hour = 23
    expect(one.take('department', { event: 'NOTIFY_BANK' })).toBe('BY_DAY')
    one.hour = 10
    one.today = civilDate('2024-10-02')
    expect(one.take('department', { event: 'NOTIFY_BANK' })).toBe('BY_DAY')
    one.today = civilDate('2024-10-12')
    one.must('department', { event: 'NOTIFY_BANK' })
  })

  it('nobody reviews or signs what they prepared, and only the head signs (R765 37)', () => {
    const one = new Case()
    one.must('reviewer', { event: 'INVESTIGATE', ground: 'CONCEALED', text: grounds })
    one.must('officer', { event: 'INVESTIGATE', ground: 'CONCEALED', text: grounds })
    expect(one.take('reviewer', { event: 'VERIFY_ARREARS' })).toBe('SAME_PERSON')
    expect(one.take('collector', { event: 'VERIFY_ARREARS' })).toBe('NOT_PERMITTED')
    one.must('head', { event: 'VERIFY_ARREARS' })
    one.must('head', prepared({ step: 'ORDER_PAYMENT' }))
    one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
    expect(one.take('head', { event: 'ORDER_PAYMENT' })).toBe('SAME_PERSON')
    expect(one.take('reviewer', { event: 'ORDER_PAYMENT' })).toBe('NOT_PERMITTED')
  })

  it('a bank takes no more than is owed and was asked for, and answers for itself', () => {
    const one = notified()
    const reply = { event: 'ALLOCATE' as const, bankId: bank, valueDate: one.today, reference: 'R3' }
    expect(one.take('bank', { ...reply, amount: totalOf(one.due) + 1 })).toBe('ALLOCATION_FITS')
    expect(one.take('bank', { ...reply, bankId: unit, amount: 1 })).toBe('BANK_NOTIFIED')
    one.pay(totalOf(one.due))
    expect(one.take('bank', { ...reply, amount: 1 })).toBe('ALLOCATION_FITS')
    one.follow()
    expect(one.state).toBe('CLOSED_PAID')
  })

  it('is not taken without the scans that its law needs: receipts, contracts, evidence of hiding, rulings (R765 38)', () => {
    const one = ordered()
    one.standing = { ...one.standing, order: one.standing.order && { ...one.standing.order, service: undefined } }
    expect(one.take('officer', { event: 'SERVE_ORDER', ...served(one.today) }, [])).toBe('EVIDENCE_HANDED_IN')
    const hiding = { ...decide, hidingEvidence: '账户资金正在转出' }
    expect(demanded().take('department', hiding, [])).toBe('EVIDENCE_HANDED_IN')
    const deferring = short()
    const instalments = [{ dueOn: addDays(deferring.today, 10), amount: totalOf(deferring.due) }]
    const agreement = prepared({ step: 'SIGN_DEFERRAL', guarantee, instalments })
    expect(deferring.take('officer', agreement, ['CONTRACT', 'VALUATION'])).toBe('EVIDENCE_HANDED_IN')
    deferring.must('officer', agreement)
    // Prepared again, what was handed in before is still there.
    expect(deferring.take('officer', agreement, [])).toBe('TAKEN')
    const sold = seized()
    expect(sold.take('court', { event: 'AUCTION', proceeds: 1, reportNo: '拍1' }, [])).toBe('EVIDENCE_HANDED_IN')
  })

  it('goes from overdue to the auction, and every fen is somewhere', () => {
    const one = short()
    toCourt(one)
    one.must('court', { event: 'ACCEPT_APPLICATION', documentNo: '（2025）行审1号' })
    one.must('court', { event: 'RULE_TO_ENFORCE', documentNo: '（2025）行审1号', heard: false })
    one.untilMorning()
    const items = [{ description: '设备', value: 700_000 }]
    const more = { description: '车辆', value: totalOf(one.due) }
    expect(one.take('court', { event: 'SEIZE', items: [...items, more] })).toBe('SEIZURE_EQUIVALENT')
    one.must('court', { event: 'SEIZE', items: [more] })
    one.must('court', { event: 'AUCTION', proceeds: 1_200_000, reportNo: '拍1' })
    one.must('court', { event: 'OFFSET_DEBT', costs: 20_000, valueDate: one.today, reference: 'R4' })
    one.must('reviewer', { event: 'CLOSE_OFFSET' })
    const { distribution, taken } = one.standing
    expect(distribution && distribution.costs + distribution.offset + distribution.surplus).toBe(1_200_000)
    expect(taken.allocated + taken.offset).toBe(one.charged.principal + one.charged.fee)
  })
})

it('every step of the table has its law, and the paper it makes', () => {
  expect(new Set(Object.keys(legalSteps))).toEqual(new Set(enforcementTable.steps.map(({ event }) => event)))
})

it('three people of the agency and the other bodies finish a case that nobody pays', () => {
  const steps = enforcementTable.steps.filter(({ event }) => event !== 'PAID_IN_FULL')
  const able = (['officer', 'reviewer', 'head', 'department', 'court', 'bank', 'job'] as const).map((name) => ({
    account: name,
    may: (who: (typeof enforcementTable.steps)[number]['who']) => may(people[name], who),
  }))
  const from = { state: 'OVERDUE' as const, takers: {} }
  expect(canFinish({ ...enforcementTable, steps }, from, able)).toBe(true)
  const withoutHead = able.filter(({ account }) => account !== 'head')
  expect(canFinish({ ...enforcementTable, steps }, from, withoutHead)).toBe(false)
})

/** Any person, any step with an input of its form; often one that may fit, so that walks go deep. */
const everybody = [
  'officer',
  'collector',
  'reviewer',
  'head',
  'department',
  'court',
  'bank',
  'employer',
  'job',
] as const
const personOf = fc.constantFrom(...everybody)
/** A walk begins anywhere on the way; what a step leaves is new, so that many begin with the same. */
const starts = [new Case(), ordered(), demanded(), notified(), short(), deferred(), atCourt(), seized()]
const amounts = fc.oneof(fc.nat(1_500_000), fc.constant(-1))
const draw = fc.record({
  person: personOf,
  fitting: fc.nat(9),
  nth: fc.nat(60),
  amount: amounts,
  days: fc.oneof(fc.nat(12), fc.constantFrom(0, 0, 0, 8, 200)),
  hour: fc.constantFrom(10, 10, 10, 10, 3),
  pays: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(0), fc.nat(400_000)),
})
type Draw = typeof draw extends fc.Arbitrary<infer One> ? One : never

function inputFor(one: Case, event: string, { amount: drawn, nth }: Draw): StepInput {
  const amount = drawn < 0 ? totalOf(one.due) : drawn
  const signable = signedSteps.filter((step) => stepOf(enforcementTable, one.state, step) !== undefined)
  const step = signable[nth % Math.max(1, signable.length)] ?? 'ORDER_PAYMENT'
  // More than the one step asks for; each takes its own.
  const everything = {
    event,
    ground: 'DECLARED_UNPAID',
    text: grounds,
    answer: grounds,
    reasons: grounds,
    reason: grounds,
    upheld: nth % 5 === 0,
    termDays: 3,
    ...served(addDays(one.today, -(nth % 3))),
    bankId: nth % 7 === 0 ? unit : bank,
    account: '****0000',
    balance: amount,
    amount,
    asOf: one.today,
    valueDate: one.today,
    reference: 'R9',
    documentNo: '文书9',
    heard: nth % 2 === 0,
    items: [{ description: '设备', value: Math.max(1, amount) }],
    proceeds: amount,
    reportNo: '拍9',
    costs: nth,
    paper: {
      step,
      banks: [{ id: bank, name: '工行' }],
      bankId: bank,
      facts: grounds,
      other: '',
      guarantee,
      instalments: [{ dueOn: addDays(one.today, 40), amount: Math.max(1, totalOf(one.due)) }],
      assets: [{ description: '设备', place: '厂区', value: 1 }],
      ground: step === 'SUSPEND' ? 'HARDSHIP' : 'DEBTOR_ENDED',
      explanation: grounds,
      documentNo: '文书8',
    },
  }
  return everything as StepInput
}

/** What must hold wherever a walk is; plain conditions, for it is asked some hundred thousand times. */
function brokenIn(one: Case, before: EnforcementState, person: Person): string | undefined {
  const { state, standing, settled, charged, due } = one
  const { taken, distribution, deferral, defences, seizure } = standing
  const held: Record<string, boolean> = {
    // Every fen: what was charged is paid, allocated, realised, offset or still owed; what was sold is costs, debt or the debtor's.
    charged: charged.principal + charged.fee === settled + totalOf(due),
    // What came since the last step the case does not know yet.
    taken:
      taken.paid >= 0 &&
      (one.known !== settled || taken.paid + taken.allocated + taken.realised + taken.offset === settled),
    sold: !distribution || distribution.costs + distribution.offset + distribution.surplus === distribution.proceeds,
    nothingNegative: due.principal >= 0 && due.lateFee >= 0 && (distribution?.surplus ?? 0) >= 0,
  }
  if (state !== before) {
    held['the department decides'] =
      state !== 'ALLOCATION_DECIDED' || (person === 'department' && !defences.some(({ upheld }) => upheld))
    held['no court with a guarantee'] =
      state !== 'COURT_APPLIED' || (person === 'head' && (!deferral || deferral.released))
    held['the head signs'] =
      !['ORDERED', 'ACCOUNT_QUERIED', 'DEFERRED', 'SUSPENDED'].includes(state) ||
      person === 'head' ||
      before === 'ALLOCATION_APPLIED' ||
      before === 'DEMANDED'
    held['by day'] = state !== 'SEIZED' || (person === 'court' && one.hour === 10)
    held['closed is paid'] = !['CLOSED_PAID', 'CLOSED_OFFSET'].includes(state) || totalOf(due) === 0
    held['let go'] = !['CLOSED_PAID', 'TERMINATED'].includes(state) || !seizure || seizure.releasedOn !== undefined
  }
  return Object.entries(held).find(([, holds]) => !holds)?.[0]
}

it('whatever anybody presses on any day, no forbidden state is reached and every fen balances', () => {
  const reached = new Set<EnforcementState>()
  const walks = fc.tuple(fc.nat(starts.length - 1), fc.array(draw, { minLength: 4, maxLength: 12 }))
  fc.assert(
    fc.property(walks, ([from, draws]) => {
      const one = Object.assign(new Case(), starts[from])
      for (const each of draws) {
        if (enforcementTable.final.some((state) => state === one.state)) break
        one.pass(each.days)
        one.hour = each.hour
        one.pay(each.pays)
        const waited = one.state
        one.follow()
        if (brokenIn(one, waited, 'job')) throw new Error(`${waited} → ${one.state}: ${brokenIn(one, waited, 'job')}`)
        const offered = enforcementTable.steps.filter(({ from }) => from.some((state) => state === one.state))
        const among = each.fitting === 0 || offered.length === 0 ? enforcementTable.steps : offered
        const step = among[each.nth % among.length]
        if (!step || step.who === 'enforcement:follow') continue
        const able = everybody.filter((name) => may(people[name], step.who, { employerId: unit }))
        const person = each.fitting < 2 ? each.person : (able[each.nth % able.length] ?? each.person)
        const before = one.state
        one.take(person, inputFor(one, step.event, each))
        reached.add(one.state)
        const broken = brokenIn(one, before, person)
        if (broken) throw new Error(`${before} → ${one.state} by ${person}: ${broken}`)
      }
    }),
    { numRuns: 10_000 },
  )
  expect(enforcementTable.states.filter((state) => !reached.has(state))).toEqual([])
})
