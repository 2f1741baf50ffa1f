import type { EnforcementCaseQuery, EnforcementEvent, EnforcementSignedStep } from './enforcement.generated.ts'
import { isSignedStep } from './step-fields.ts'

type EnforcementCase = NonNullable<EnforcementCaseQuery['enforcementCase']>

/** One thing to do: a step, or a paper to prepare for the head. */
export interface OfferedStep {
  key: string
  event: EnforcementEvent
  paper?: EnforcementSignedStep
}

/** Steps that make sense only once, or only when something is there: the others the server refuses with the article. */
function isOpen(event: EnforcementEvent, { standing }: EnforcementCase): boolean {
  const { order, demand, decision, courtDemand, query, defences, bankNotifiedOn, draft, finding } = standing
  switch (event) {
    case 'PAID_IN_FULL':
    case 'PART_PAID':
      return false
    case 'SERVE_ORDER':
      return order !== null && !order.service
    case 'SERVE_DEMAND':
      return demand !== null && !demand.service
    case 'SERVE_DECISION':
      return decision !== null && !decision.service
    case 'SERVE_COURT_DEMAND':
      return courtDemand !== null && !courtDemand.service
    case 'HEAR_DEFENCE':
      return defences.some(({ answer }) => answer === null)
    case 'NOTIFY_BANK':
      return bankNotifiedOn === null
    case 'ALLOCATE':
    case 'ALLOCATE_PART':
      return bankNotifiedOn !== null
    case 'ANSWER_QUERY':
      return query !== null && query.banks.some(({ id }) => !hasAnswered(query, id))
    case 'VERIFY_ARREARS':
      return finding !== null
    default:
      return !isSignedStep(event) || draft?.step === event
  }
}

/** A bank that said that more follows has not. */
export const hasAnswered = ({ replies }: { replies: readonly { bankId: string; more: boolean }[] }, id: string) =>
  replies.some(({ bankId, more }) => bankId === id && !more)

/** What stands back: it ends a case without its money, or is nobody's wish. */
const rare: readonly EnforcementEvent[] = ['TERMINATE', 'SUSPEND', 'LAPSE', 'ALLOCATE_PART']
const rank = ({ event, paper }: OfferedStep) => (rare.includes(paper ?? event) ? 2 : event === 'PREPARE_PAPER' ? 1 : 0)

/** What the reader may do now, the likeliest first. */
export function offeredSteps(row: EnforcementCase): OfferedStep[] {
  const { offered, procedure } = row
  // Of staff it is known who took part before.
  const barred = (event: string) => procedure.some((step) => step.event === event && step.standing !== 'MAY')
  const papers = procedure.map(({ event }) => event).filter(isSignedStep)
  return offered
    .filter((event) => isOpen(event, row) && !barred(event))
    .flatMap((event): OfferedStep[] =>
      event === 'PREPARE_PAPER'
        ? papers.map((paper) => ({ key: `PREPARE_${paper}`, event, paper }))
        : [{ key: event, event }],
    )
    .toSorted((a, b) => rank(a) - rank(b))
}
