import { addMonths } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import { readParameterDraft, rowCandidate } from './parameter-draft.ts'
import type { ParameterDraft } from './parameter-draft.ts'
import { readParameterFile } from './parameter-file.ts'
import type { ParameterFileProblemCode } from './parameter-file.ts'
import { parameterKey } from './parameter-range.ts'
import { PARAMETER_FILE_FORMAT } from './parameter-row.ts'
import type { ParameterField, ParameterRow } from './parameter-row.ts'
import { completenessFindings } from './proposal-completeness.ts'
import { firstMonthOfPaymentYear, monthsReached, planPublication } from './proposal-plan.ts'
import type { ProposalContext, PublicationPlan } from './proposal-plan.ts'
import { differingLimits, warningsOf } from './proposal-warnings.ts'
import type { ProposalWarning, ReadRow } from './proposal-warnings.ts'

/** More rows than any region publishes at once [PD]. */
export const LARGEST_PROPOSAL = 300

export type ProposalProblemCode =
  | ParameterFileProblemCode
  | ProposalWarning
  | 'NO_ROWS'
  | 'TOO_MANY_PROPOSED'
  | 'OVERLAP_PUBLISHED'
  | 'PERIOD_CLOSED'
  | 'TOO_FAR_BACK'
  | 'LEAVES_GAP'
  | 'INCOMPLETE'
  | 'LIMITS_REVERSED'

/** One thing to know about a proposal: an error keeps it from being simulated and published, a warning does not. */
export type ProposalProblem = {
  readonly severity: 'error' | 'warning'
  /** Place among the proposal's rows, counted from 1; null for the proposal as a whole. */
  readonly row: number | null
  readonly field: ParameterField | null
  readonly code: ProposalProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Names a warning of one revision of a proposal; another row, reason or figure is another warning. */
export function warningKey({ code, row, params }: ProposalProblem): string {
  const figures = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [code, row ?? '', ...figures.map(([name, value]) => `${name}=${value}`)].join(' ')
}

export type ProposalCheck = {
  readonly problems: readonly ProposalProblem[]
  readonly publishable: boolean
  /** The rows that can be read. */
  readonly rows: readonly ParameterRow[]
  readonly plan: PublicationPlan
  /** Billed months that get a difference when this is published, in time. */
  readonly differenceMonths: readonly Period[]
}

/**
 * Everything the rules say about a proposal, at once; the same on a screen while it is typed and inside the transaction
 * that publishes it. `publishedAverage` is the average wage the region published, in fen, only to check limits against.
 */
export function checkProposal(
  drafts: readonly ParameterDraft[],
  context: ProposalContext,
  publishedAverage: Fen | null = null,
): ProposalCheck {
  const read = drafts.flatMap((draft, index): ReadRow[] => {
    const reading = readParameterDraft(draft, context.region)
    return reading.ok ? [{ number: index + 1, row: reading.row }] : []
  })
  const rows = read.map(({ row }) => row)
  const numberOf = new Map<ParameterRow, number>(read.map(({ number, row }) => [row, number]))
  const plan = planPublication(rows, context.published)
  const reached = monthsReached(plan, rows, context)
  const problems: ProposalProblem[] = [
    ...sizeProblems(drafts.length),
    ...rowProblems(drafts, context.region),
    ...read.flatMap((entry) => overlapWithPublished(entry, plan)),
    ...closedProblems(reached, context, numberOf),
    ...read.flatMap((entry) => warningsOf(entry, plan, context, publishedAverage)),
    ...differingLimits(read, plan),
  ]
  // Rows that overlap have no one answer, and what follows would only repeat that.
  if (!problems.some(({ code }) => code === 'OVERLAP' || code === 'OVERLAP_PUBLISHED')) {
    for (const { row, ...finding } of completenessFindings(plan, rows, context)) {
      problems.push({ severity: 'error', row: row === null ? null : (numberOf.get(row) ?? null), ...finding })
    }
  }
  const late = reached.filter(({ verdict }) => verdict === 'DIFFERENCE').map(({ month }) => month)
  return {
    problems: problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    publishable: !problems.some(({ severity }) => severity === 'error'),
    rows,
    plan,
    differenceMonths: [...new Set(late)].toSorted(),
  }
}

function sizeProblems(count: number): ProposalProblem[] {
  const whole = { severity: 'error', row: null, field: null } as const
  if (count === 0) return [{ ...whole, code: 'NO_ROWS', params: {} }]
  if (count <= LARGEST_PROPOSAL) return []
  return [{ ...whole, code: 'TOO_MANY_PROPOSED', params: { found: count, most: LARGEST_PROPOSAL } }]
}

/** What each row says by itself, and rows that share a month. */
function rowProblems(drafts: readonly ParameterDraft[], region: string): ProposalProblem[] {
  const rows = drafts.map((draft) => rowCandidate(draft, region))
  const reading = readParameterFile({ format: PARAMETER_FILE_FORMAT, rows })
  if (reading.ok) return []
  return reading.problems.map(({ row, field, code, params }) => {
    return { severity: 'error', row, field: field as ParameterField | null, code, params }
  })
}

function overlapWithPublished({ number, row }: ReadRow, plan: PublicationPlan): ProposalProblem[] {
  const key = parameterKey(row)
  const standing = plan.kept.find((other) => parameterKey(other) === key && shareMonth(other, row))
  if (standing === undefined) return []
  const params = { from: standing.validFrom, to: standing.validTo ?? '' }
  return [{ severity: 'error', row: number, field: 'validFrom', code: 'OVERLAP_PUBLISHED', params }]
}

function shareMonth(a: ParameterRow, b: ParameterRow): boolean {
  return (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo)
}

function closedProblems(
  reached: ReturnType<typeof monthsReached>,
  context: ProposalContext,
  numberOf: ReadonlyMap<ParameterRow, number>,
): ProposalProblem[] {
  const told = new Set<ParameterRow>()
  const last = context.billed.reduce(
    (latest, month) => (month > latest ? month : latest),
    context.billed[0] ?? context.current,
  )
  return reached.flatMap(({ row, month, verdict }): ProposalProblem[] => {
    if (verdict === 'DIFFERENCE' || told.has(row)) return []
    told.add(row)
    const place = { severity: 'error', row: numberOf.get(row) ?? null, field: 'validFrom' } as const
    if (verdict === 'TOO_FAR_BACK') {
      return [{ ...place, code: 'TOO_FAR_BACK', params: { month, earliest: firstMonthOfPaymentYear(context) } }]
    }
    return [{ ...place, code: 'PERIOD_CLOSED', params: { month, last, open: addMonths(last, 1) } }]
  })
}
