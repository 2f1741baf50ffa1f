import { maskBankAccount } from '@shebao/identifiers'
import { civilDate, isOneOf } from '@shebao/kernel'
import { addWorkingDays, workingDaysBetween } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import { totalOf } from './enforcement-guards.ts'
import type { EnforcementFacts } from './enforcement-guards.ts'
import type { EnforcementState } from './enforcement.lifecycle.ts'
import { limits, quietStates } from './legal-steps.ts'
import { reissued } from './reissue.ts'
import { signedSteps } from './paper-draft.ts'
import type { SignedStep } from './paper-draft.ts'
import type { Paper, Standing } from './standing.ts'
import type { InputOf, StepInput } from './step-input.ts'

/** Who takes a step, and at what: what the guards were asked, before it is taken. */
export interface Taking extends EnforcementFacts {
  /** The account, or what the office's own job is called. */
  readonly by: string
  /** The number of an account that a bank named, sealed. */
  readonly accountSealed?: string | undefined
}

type Change = Partial<Standing>
type Apply<Event extends StepInput['event']> = (taking: Taking, input: InputOf<Event>) => Change

const paperOf = ({ today, due }: Taking, termDays: number): Paper => ({
  on: today,
  amount: totalOf(due),
  settled: due.settled,
  termDays,
})

type Service = Pick<InputOf<'SERVE_ORDER'>, 'servedOn' | 'way' | 'servedTo'>
const serviceOf = ({ servedOn: on, way, servedTo: to }: Service) => ({ on, way, to })
/** The term runs from the receipt; its last day is a working day. */
const served = <Written extends Paper>(paper: Written, service: Service, calendar: PreparedCalendar): Written => ({
  ...paper,
  service: serviceOf(service),
  endsOn: addWorkingDays(calendar, civilDate(service.servedOn), paper.termDays),
})

/** What was prepared for the step that is signed; the guard PREPARED has seen that it is there. */
function draftOf<Step extends SignedStep>({ standing }: Taking, step: Step) {
  const paper = standing.draft?.paper
  if (!paper || !isOf(paper, step)) throw new Error(`Nothing was prepared for ${step}.`)
  return paper
}
type Draft = NonNullable<Standing['draft']>['paper']
const isOf = <Step extends SignedStep>(paper: Draft, step: Step): paper is Extract<Draft, { step: Step }> =>
  paper.step === step

const courtOf = ({ standing: { court } }: Taking) => {
  if (!court) throw new Error('No court was asked.')
  return court
}
const deferralOf = ({ standing: { deferral } }: Taking) => {
  if (!deferral) throw new Error('No deferral stands.')
  return deferral
}

/** Late where the court took longer than it may; nobody is stopped by that, it is shown. */
function isLate({ calendar, today }: Taking, from: string, days: number): boolean {
  return days <= 10
    ? workingDaysBetween(calendar, civilDate(from), today) > days
    : Date.parse(today) - Date.parse(from) > days * 86_400_000
}

function ruled(
  taking: Taking,
  { documentNo, heard, reasons }: { documentNo: string; heard: boolean; reasons?: string },
) {
  const court = courtOf(taking)
  const late = isLate(taking, court.acceptedOn ?? court.appliedOn, heard ? limits.ruleHeardDays : limits.ruleDays)
  return { court: { ...court, ruledOn: taking.today, documentNo, heard, ...(reasons ? { reasons } : {}), late } }
}

const answers: { [Event in StepInput['event']]: Apply<Event> } = {
  PAID_IN_FULL: (taking) => ({ ...reissued(taking), ...letGo(taking) }),
  PART_PAID: (taking) => reissued(taking),
  INVESTIGATE: ({ standing: { finding }, by, today: on }, { ground, text }) => ({
    finding: { ground, text, on, by: [...new Set([...(finding?.by ?? []), by])] },
  }),
  VERIFY_ARREARS: ({ today: verifiedOn }) => ({ verifiedOn }),
  PREPARE_PAPER: ({ standing: { draft }, by, today: on, evidence }, { paper }) => {
    // Whoever wrote at it before does not sign it either; what they handed in stays.
    const before = draft?.paper.step === paper.step ? draft : { by: [], evidence: [] }
    const both = <Value>(these: readonly Value[], those: readonly Value[]) => [...new Set([...these, ...those])]
    return { draft: { paper, on, by: both(before.by, [by]), evidence: both(before.evidence, evidence) } }
  },
  ORDER_PAYMENT: (taking) => {
    const { calendar, today, standing } = taking
    const late = workingDaysBetween(calendar, civilDate(standing.verifiedOn ?? today), today) > limits.orderDays
    return { order: { ...paperOf(taking, limits.payDays), late } }
  },
  SERVE_ORDER: ({ standing: { order }, calendar }, input) => (order ? { order: served(order, input, calendar) } : {}),
  EXPIRE_ORDER: () => ({}),
  QUERY_ACCOUNTS: (taking) => ({
    quiet: quietOf(taking),
    query: { on: taking.today, banks: draftOf(taking, 'QUERY_ACCOUNTS').banks, replies: [] },
    // What was decided on the accounts of before has been done.
    application: undefined,
    demand: undefined,
    defences: [],
    decision: undefined,
    bankNotice: undefined,
    allocation: undefined,
  }),
  ANSWER_QUERY: ({ standing: { query }, accountSealed }, { bankId, account, balance, asOf, reference }) => {
    if (!query) return {}
    const accountMasked = account && maskBankAccount(account)
    const reply = { bankId, accountMasked, balance, asOf, reference, ...(accountSealed ? { accountSealed } : {}) }
    return { query: { ...query, replies: [...query.replies, reply] } }
  },
  APPLY_ALLOCATION: (taking) => {
    const { bankId, facts, other } = draftOf(taking, 'APPLY_ALLOCATION')
    return { application: { on: taking.today, bankId, facts, other }, returned: undefined }
  },
  RETURN_APPLICATION: ({ today: on }, { reason }) => ({ returned: { on, reason }, demand: undefined, defences: [] }),
  DEMAND_PAYMENT: (taking, { termDays }) => ({ demand: paperOf(taking, termDays), defences: [] }),
  SERVE_DEMAND: ({ standing: { demand }, calendar }, input) =>
    demand ? { demand: served(demand, input, calendar) } : {},
  DEFEND: ({ standing: { defences }, today: on }, { text }) => ({ defences: [...defences, { on, text }] }),
  HEAR_DEFENCE: ({ standing: { defences } }, { answer, upheld }) => ({
    defences: defences.map((each) => (each.answer === undefined ? { ...each, answer, upheld } : each)),
  }),
  DECIDE_ALLOCATION: ({ today: on, due }, { reasons, hidingEvidence = '' }) => ({
    decision: { on, amount: totalOf(due), reasons, hidingAssets: hidingEvidence !== '' },
  }),
  SERVE_DECISION: ({ standing: { decision } }, input) =>
    decision ? { decision: { ...decision, service: serviceOf(input) } } : {},
  NOTIFY_BANK: ({ today: on, due, standing: { decision } }) => ({
    // Never more than was decided, and never more than is owed.
    bankNotice: { on, amount: Math.min(totalOf(due), decision?.amount ?? 0) },
  }),
  ALLOCATE: ({ standing: { taken }, today: on }, { amount, reference }) => ({
    allocation: { on, amount, reference },
    taken: { ...taken, allocated: taken.allocated + amount },
  }),
  FIND_SHORTFALL: () => ({}),
  SIGN_DEFERRAL: (taking) => {
    const { guarantee, instalments } = draftOf(taking, 'SIGN_DEFERRAL')
    return { deferral: { on: taking.today, guarantee, instalments, settled: taking.due.settled, released: false } }
  },
  BREACH_DEFERRAL: (taking) => ({ deferral: { ...deferralOf(taking), breachedOn: taking.today } }),
  NOTIFY_BREACH: (taking) => ({ deferral: { ...deferralOf(taking), notifiedOn: taking.today } }),
  REALISE_GUARANTEE: (taking, { amount }) => ({
    deferral: { ...deferralOf(taking), realised: amount, released: true },
    taken: { ...taking.standing.taken, realised: taking.standing.taken.realised + amount },
  }),
  DEMAND_BEFORE_COURT: (taking) => ({ courtDemand: paperOf(taking, limits.courtDemandDays) }),
  SERVE_COURT_DEMAND: ({ standing: { courtDemand }, calendar }, input) =>
    courtDemand ? { courtDemand: served(courtDemand, input, calendar) } : {},
  APPLY_COURT: (taking) => ({
    court: { appliedOn: taking.today, assets: draftOf(taking, 'APPLY_COURT').assets, late: false },
  }),
  ACCEPT_APPLICATION: (taking, { documentNo }) => {
    const court = courtOf(taking)
    const late = isLate(taking, court.appliedOn, limits.acceptDays)
    return { court: { ...court, acceptedOn: taking.today, documentNo, late } }
  },
  DECLINE_APPLICATION: (taking, { documentNo, reasons }) => ({
    court: { ...courtOf(taking), ruledOn: taking.today, documentNo, reasons },
  }),
  RULE_TO_ENFORCE: ruled,
  RULE_TO_REFUSE: ruled,
  CONTEST_REFUSAL: (taking) => {
    const { assets } = courtOf(taking)
    return { court: { assets, appliedOn: taking.today, late: false } }
  },
  SEIZE: ({ today: on }, { items }) => ({ seizure: { on, items }, auction: undefined, distribution: undefined }),
  AUCTION: ({ today: on }, { proceeds, reportNo }) => ({ auction: { on, proceeds, reportNo } }),
  OFFSET_DEBT: ({ today: on, due, standing: { auction, taken } }, { costs }) => {
    const { proceeds } = auction ?? { proceeds: 0 }
    const offset = Math.min(totalOf(due), proceeds - costs)
    const surplus = proceeds - costs - offset
    return {
      distribution: { on, proceeds, costs, offset, surplus },
      taken: { ...taken, offset: taken.offset + offset },
    }
  },
  CLOSE_OFFSET: () => ({}),
  FIND_REST: () => ({ courtDemand: undefined }),
  SUSPEND: (taking) => {
    const { ground, explanation: text } = draftOf(taking, 'SUSPEND')
    return { suspension: { on: taking.today, ground, text } }
  },
  RESUME: () => ({ suspension: undefined }),
  LAPSE: (taking) => ({
    ...letGo(taking),
    termination: { on: taking.today, ground: 'SUSPENDED_THREE_YEARS', documentNo: '', text: '' },
  }),
  TERMINATE: (taking) => {
    const { ground, documentNo, explanation: text } = draftOf(taking, 'TERMINATE')
    return { ...letGo(taking), termination: { on: taking.today, ground, documentNo, text } }
  },
}

/** What was seized or pledged is the debtor's again. */
function letGo({ standing: { seizure, deferral }, today }: Taking): Change {
  return {
    ...(seizure && !seizure.releasedOn ? { seizure: { ...seizure, releasedOn: today } } : {}),
    ...(deferral ? { deferral: { ...deferral, released: true } } : {}),
  }
}

/** What the case holds once the step is taken. */
export function afterStep(taking: Taking, to: EnforcementState): Standing {
  const { input } = taking
  const standing = { ...taking.standing, taken: takenSoFar(taking) }
  const change = changeOf({ ...taking, standing }, input)
  // A paper that was signed is prepared no more, and one that another state can no longer sign neither.
  const gone = isOneOf(signedSteps, input.event) || to !== taking.state
  return {
    ...standing,
    ...change,
    ...(gone ? { draft: undefined } : {}),
    ...(isOneOf(quietStates, to) ? {} : { quiet: undefined }),
  }
}

/** The case as the unit goes on seeing it: it would empty its accounts if it knew that they are asked for. */
function quietOf({ state, today, standing }: Taking): Standing['quiet'] {
  const { query, application, returned, demand, defences, decision, bankNotice, allocation } = standing
  const known = { query, application, returned, demand, defences, decision, bankNotice, allocation }
  return { from: state, since: today, ...known }
}

/** Whatever came and was not taken by a step was paid. */
function takenSoFar({ standing: { taken, settledBefore }, due }: Taking): Standing['taken'] {
  return { ...taken, paid: due.settled - settledBefore - taken.allocated - taken.realised - taken.offset }
}

function changeOf<Event extends StepInput['event']>(taking: Taking, input: InputOf<Event>): Change {
  const apply: Apply<Event> = answers[input.event as Event]
  return apply(taking, input)
}
