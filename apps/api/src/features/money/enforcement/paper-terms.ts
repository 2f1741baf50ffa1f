import { addDays, civilDate, oneOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { enforcementPapers, limits } from './legal-steps.ts'
import type { EnforcementPaper } from './legal-steps.ts'
import { layouts } from './papers/paper-text.ts'
import type { Standing } from './standing.ts'

/** What a paper asks of its unit, and until when. */
export interface PaperTerms {
  /** It is addressed to the unit, and no later one of its kind has taken its place. */
  readonly forUnit: boolean
  readonly servedOn: CivilDate | null
  /** The last day to pay, or to state a defence; nothing before it is served, and where it asks for nothing. */
  readonly doBy: CivilDate | null
  /** The last day to apply for review (ARL 20); nothing before it is served. */
  readonly reviewBy: CivilDate | null
}

type Term = { service?: { on: string } | undefined; endsOn?: string | undefined } | undefined
const termOf: Partial<Record<EnforcementPaper, (standing: Standing) => Term>> = {
  ORDER: ({ order }) => order,
  DEMAND: ({ demand }) => demand,
  ALLOCATION_DECISION: ({ decision }) => decision,
  COURT_DEMAND: ({ courtDemand }) => courtDemand,
}

/** Of one among the papers of a case, in the order in which they left; the standing knows the service of the last of each kind. */
export function termsOfPaper(
  paper: { kind: string; number: string },
  papers: readonly { kind: string; number: string }[],
  { standing, today }: { standing: Standing; today: CivilDate },
): PaperTerms {
  const kind = oneOf(enforcementPapers, paper.kind, 'paper')
  const isLast = papers.findLast((one) => one.kind === kind)?.number === paper.number
  const term = isLast ? termOf[kind]?.(standing) : undefined
  const day = (on: string | undefined) => (on === undefined ? null : civilDate(on))
  const servedOn = day(term?.service?.on)
  const instalment = standing.deferral?.instalments.find(({ dueOn }) => dueOn >= today)
  return {
    forUnit: isLast && layouts[kind].to === 'UNIT',
    servedOn,
    doBy: kind === 'DEFERRAL_AGREEMENT' && isLast ? day(instalment?.dueOn) : day(term?.endsOn),
    reviewBy: servedOn && layouts[kind].remedy === 'REVIEW' ? addDays(servedOn, limits.reviewDays) : null,
  }
}
