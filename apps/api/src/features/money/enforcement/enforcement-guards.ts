import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { EnforcementFigures } from './enforcement-figures.ts'
import { evidenceOf, evidenceOfPaper } from './evidence/evidence-of-step.ts'
import type { EvidenceKind } from './evidence/evidence-kinds.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementGuard, EnforcementState } from './enforcement.lifecycle.ts'
import { lawOf, legalSteps, limits, monthsLater, signableFrom } from './legal-steps.ts'
import { unanswered } from './standing.ts'
import type { Paper, Standing } from './standing.ts'
import type { InputOf, StepInput } from './step-input.ts'

/** What the ledger says of the bills of a case on a day. Fen. */
export interface Due {
  readonly principal: number
  readonly lateFee: number
  /** Of both, by whatever way; grows with every payment. */
  readonly settled: number
}
export const totalOf = ({ principal, lateFee }: Due) => principal + lateFee

/** Everything a guard may ask. */
export interface EnforcementFacts {
  readonly state: EnforcementState
  readonly standing: Standing
  readonly due: Due
  readonly input: StepInput
  readonly today: CivilDate
  /** Of the office's day, 0 to 23. */
  readonly hour: number
  /** As they hold today. */
  readonly figures: EnforcementFigures
  readonly calendar: PreparedCalendar
  /** Of what scans come with the step. */
  readonly evidence: readonly EvidenceKind[]
}

export interface EnforcementProblem {
  readonly code: EnforcementGuard
  /** The article, as it is cited. */
  readonly law: string
  /** From when it would hold, or until when it would have. */
  readonly day?: CivilDate
  /** Fen: the amount it is held against. */
  readonly amount?: number
  /** Scans without which the step is not taken. */
  readonly missing?: readonly EvidenceKind[]
}

type Verdict = boolean | Partial<Omit<EnforcementProblem, 'code'>>

/** What stands against a step, by name: true where it holds. */
const holds: Record<EnforcementGuard, (facts: EnforcementFacts) => Verdict> = {
  NOTHING_OWED: ({ due }) => totalOf(due) === 0 || { amount: totalOf(due) },
  STILL_OWED: ({ due }) => totalOf(due) > 0,
  INVESTIGATED: ({ standing }) => standing.finding !== undefined,
  PAPER_OF_STATE: ({ state, input }) =>
    input.event === 'PREPARE_PAPER' && signableFrom(input.paper.step).includes(state),
  PREPARED: ({ standing, input }) => standing.draft?.paper.step === input.event,
  NOT_SERVED_YET: (facts) => paperServed(facts)?.service === undefined && paperServed(facts) !== undefined,
  SERVICE_DAY_FITS: (facts) => serviceDayFits(facts),
  ORDER_SERVED: ({ standing }) => standing.order?.service !== undefined,
  ORDER_TERM_OVER: ({ standing, today }) => isOver(standing.order, today),
  BANK_ASKED: ({ standing: { query }, input }) =>
    input.event === 'ANSWER_QUERY' && query !== undefined && unanswered(query).some(({ id }) => id === input.bankId),
  REPLY_FITS: ({ standing: { query }, input, today }) =>
    input.event === 'ANSWER_QUERY' &&
    (input.account !== null || input.balance === 0) &&
    input.asOf <= today &&
    (query === undefined || input.asOf >= query.on) &&
    !query?.replies.some(({ bankId, reference }) => bankId === input.bankId && reference === input.reference),
  ACCOUNT_KNOWN: ({ standing: { query, draft } }) => {
    if (draft?.paper.step !== 'APPLY_ALLOCATION') return false
    const { bankId } = draft.paper
    return query?.replies.some((reply) => reply.bankId === bankId && reply.balance > 0) ?? false
  },
  DEFENCE_OPEN: ({ standing: { defences } }) => defences.some(({ answer }) => answer === undefined),
  DEFENCE_HEARD: ({ standing: { defences } }) =>
    defences.every(({ answer, upheld }) => answer !== undefined && !upheld),
  DEMAND_CURRENT: ({ standing: { demand }, due }) => demand?.settled === due.settled || { amount: totalOf(due) },
  // ACL 37: where assets are being moved or hidden, neither service nor term is waited for.
  DEMAND_SERVED: ({ standing: { demand }, input }) => isHiding(input) || demand?.service !== undefined,
  DEMAND_TERM_OVER: ({ standing: { demand }, input, today }) => isHiding(input) || isOver(demand, today),
  DECISION_SERVED: ({ standing: { decision } }) => decision?.service !== undefined || (decision?.hidingAssets ?? false),
  BANK_NOT_NOTIFIED: ({ standing: { bankNotice } }) => bankNotice === undefined,
  // ACL 43: neither at night nor on a day off.
  BY_DAY: ({ calendar, today, hour, figures: { firstHour, lastHour } }) =>
    (isWorkingDay(calendar, today) && hour >= firstHour && hour < lastHour) || {
      day: isWorkingDay(calendar, today) && hour < firstHour ? today : addWorkingDays(calendar, today, 1),
    },
  BANK_NOTIFIED: ({ standing: { bankNotice, application }, input }) =>
    bankNotice !== undefined && isAllocation(input) && application?.bankId === input.bankId,
  ALLOCATION_FITS: ({ standing: { bankNotice }, input, due, today }) => {
    if (!isAllocation(input) || !bankNotice) return false
    // A part is something; that nothing was there a bank says as its last word.
    if (input.event === 'ALLOCATE_PART' && input.amount === 0) return false
    const most = Math.min(bankNotice.amount, totalOf(due))
    return (input.amount <= most && input.valueDate <= today && input.valueDate >= bankNotice.on) || { amount: most }
  },
  SHORT: ({ state, standing: { query }, due }) => {
    if (state === 'ALLOCATED') return true
    if (!query || unanswered(query).length > 0) return false
    const found = query.replies.reduce((sum, { balance }) => sum + balance, 0)
    return found < totalOf(due) || { amount: found }
  },
  NO_GUARANTEE: ({ standing: { deferral } }) => deferral === undefined || deferral.released,
  GUARANTEE_COVERS: ({ standing: { draft }, due }) =>
    (draft?.paper.step === 'SIGN_DEFERRAL' && draft.paper.guarantee.value >= totalOf(due)) || { amount: totalOf(due) },
  PLAN_FITS: (facts) => planFits(facts),
  INSTALMENT_MISSED: ({ standing: { deferral }, due, today }) => {
    if (!deferral) return false
    const owed = deferral.instalments.filter(({ dueOn }) => dueOn < today).reduce((sum, each) => sum + each.amount, 0)
    return owed > due.settled - deferral.settled
  },
  BREACH_NOTIFIED: ({ standing: { deferral } }) => deferral?.notifiedOn !== undefined,
  MONEY_FITS: ({ input, due, today }) =>
    input.event === 'REALISE_GUARANTEE' &&
    input.valueDate <= today &&
    (input.amount <= totalOf(due) || { amount: totalOf(due) }),
  COURT_DEMAND_RIPE: ({ standing: { courtDemand }, calendar, today }) => {
    if (!courtDemand?.service) return false
    const served = civilDate(courtDemand.service.on)
    return (
      workingDaysBetween(calendar, served, today) >= limits.courtDemandDays || {
        day: addWorkingDays(calendar, served, limits.courtDemandDays),
      }
    )
  },
  REMEDIES_OVER: ({ standing, today }) => {
    const end = remediesEnd(standing)
    return end !== undefined && (today > end || { day: addDays(end, 1) })
  },
  COURT_IN_TIME: ({ standing, today }) => {
    const end = remediesEnd(standing)
    if (end === undefined) return false
    const last = monthsLater(end, limits.courtMonths)
    return today <= last || { day: last }
  },
  CONTEST_IN_TIME: ({ standing: { court }, today }) => {
    if (!court?.ruledOn) return false
    const last = addDays(civilDate(court.ruledOn), limits.contestDays)
    return today <= last || { day: last }
  },
  SEIZURE_EQUIVALENT: ({ input, due }) => {
    if (input.event !== 'SEIZE') return false
    const values = input.items.map(({ value }) => value)
    const total = values.reduce((sum, value) => sum + value, 0)
    // Not one thing more than the debt needs (ACL 23); a single one may be worth more.
    return total - Math.min(...values) < totalOf(due) || { amount: totalOf(due) }
  },
  COSTS_FIT: ({ input, standing: { auction } }) =>
    (input.event === 'OFFSET_DEBT' && auction !== undefined && input.costs <= auction.proceeds) || {
      amount: auction?.proceeds ?? 0,
    },
  EVIDENCE_HANDED_IN: ({ input, evidence, standing: { draft } }) => {
    // Of a paper that is prepared again what was handed in before counts; the head signs on it.
    const before = input.event === 'PREPARE_PAPER' && draft?.paper.step === input.paper.step ? draft.evidence : []
    const there = input.event === 'SIGN_DEFERRAL' ? (draft?.evidence ?? []) : [...evidence, ...before]
    const { needs } = input.event === 'SIGN_DEFERRAL' ? evidenceOfPaper(input.event) : evidenceOf(input)
    const missing = needs.filter((kind) => !there.includes(kind))
    return missing.length === 0 || { missing, law: legalSteps[input.event].law }
  },
  SUSPENDED_LONG: ({ standing: { suspension }, today }) => {
    if (!suspension) return false
    const last = monthsLater(civilDate(suspension.on), limits.suspensionMonths)
    return today > last || { day: addDays(last, 1) }
  },
}

const isAllocation = (input: StepInput): input is InputOf<'ALLOCATE' | 'ALLOCATE_PART'> =>
  input.event === 'ALLOCATE' || input.event === 'ALLOCATE_PART'
const isHiding = (input: StepInput) => input.event === 'DECIDE_ALLOCATION' && (input.hidingEvidence ?? '').length > 0
const isOver = (paper: Paper | undefined, today: CivilDate): Verdict => {
  if (!paper?.endsOn) return false
  return today > paper.endsOn || { day: addDays(civilDate(paper.endsOn), 1) }
}

/** The paper that a receipt of service is about. */
function paperServed({ standing, input }: EnforcementFacts): { on: string; service?: unknown } | undefined {
  switch (input.event) {
    case 'SERVE_ORDER':
      return standing.order
    case 'SERVE_DEMAND':
      return standing.demand
    case 'SERVE_DECISION':
      return standing.decision
    case 'SERVE_COURT_DEMAND':
      return standing.courtDemand
    default:
      return undefined
  }
}

function serviceDayFits(facts: EnforcementFacts): Verdict {
  const { input, today } = facts
  const signed = paperServed(facts)?.on
  if (!('servedOn' in input) || signed === undefined) return false
  return (input.servedOn >= signed && input.servedOn <= today) || { day: civilDate(signed) }
}

/** Ascending days behind today, within the months that a plan may run, that come to what is owed. */
function planFits({ standing: { draft }, due, today, figures }: EnforcementFacts): Verdict {
  if (draft?.paper.step !== 'SIGN_DEFERRAL') return false
  const { instalments } = draft.paper
  const last = monthsLater(today, figures.deferralMonths)
  const inOrder = instalments.every(({ dueOn }, at) => dueOn > (instalments[at - 1]?.dueOn ?? today) && dueOn <= last)
  const sum = instalments.reduce((total, { amount }) => total + amount, 0)
  return (inOrder && sum === totalOf(due)) || { day: last, amount: totalOf(due) }
}

/**
 * The last day on which the debtor could have gone to court against what is to be executed: six months from the service of the
 * latest paper of it (ALL 46), longer than review takes.
 */
export function remediesEnd({
  order,
  decision,
  deferral,
}: Pick<Standing, 'order' | 'decision' | 'deferral'>): CivilDate | undefined {
  const known = [order?.service?.on, decision?.service?.on, deferral?.notifiedOn].filter((day) => day !== undefined)
  const latest = known.toSorted().at(-1)
  return latest === undefined ? undefined : monthsLater(civilDate(latest), limits.remedyMonths)
}

/** The guards as a lifecycle has them: what each has to say, with its article. */
const judge =
  (code: EnforcementGuard) =>
  (facts: EnforcementFacts): readonly EnforcementProblem[] => {
    const verdict = holds[code](facts)
    if (verdict === true) return []
    return [{ code, law: lawOf[code], ...(verdict === false ? {} : verdict) }]
  }
const names = [...new Set(enforcementTable.steps.flatMap(({ guards = [] }): readonly EnforcementGuard[] => guards))]
export const enforcementGuards = Object.fromEntries(names.map((name) => [name, judge(name)])) as Record<
  EnforcementGuard,
  (facts: EnforcementFacts) => readonly EnforcementProblem[]
>
