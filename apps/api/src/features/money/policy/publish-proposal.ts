import { barredFrom, stepOf } from '@shebao/case'
import { checkProposal, warningKey } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { ParameterRow, ProposalCheck, ProposalProblem } from '@shebao/premium'
import { may, requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { insertAcceptedWarnings } from './accepted-warning.repository.ts'
import { proposalCase, takersOf } from './proposal-case.ts'
import { proposalTable } from './proposal.lifecycle.ts'
import { endProposal, lockProposal } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { endRows, holdPublication, insertPublished } from './published.repository.ts'
import { loadRegionContext } from './region-context.ts'
import type { RegionContext } from './region-context.ts'

export const publishRefusals = [
  'ALREADY_PUBLISHED',
  'WITHDRAWN',
  'CHANGED',
  'OWN_WORK',
  'NOT_SIMULATED',
  'SIMULATION_STALE',
  'NOTHING_BILLED',
  'WARNINGS_OPEN',
  'WARNINGS_CHANGED',
  'PROBLEMS',
  'OVERTAKEN',
] as const
export type PublishRefusal = (typeof publishRefusals)[number]

export type PublishOutcome =
  | { kind: 'published'; proposal: ProposalRow; rows: number; ended: number; differenceMonths: readonly Period[] }
  | { kind: 'refused'; proposal: ProposalRow; reason: PublishRefusal; problems: readonly ProposalProblem[] }

export interface PublishInput extends Decision {
  expectedRevision: number
  /** The region has billed nothing, so nothing could be simulated, and the publisher knows it. */
  acknowledgeNothingBilled: boolean
  /** The keys of the warnings that the publisher has answered, one by one: all that are open, and no others. */
  acceptedWarnings: readonly string[]
  origin: string
}

/**
 * Books what new limits add to months already billed. Handed in, because billing builds on the parameters and not the other
 * way round; called inside the transaction, so that limits never reach back without their differences.
 */
export type StartDifferences = (
  platform: Platform,
  run: { region: string; proposalId: string; startedBy: StaffMember },
) => Promise<unknown>

/**
 * Publishes a simulated proposal: ends the rows it follows, adds its own, all or nothing. Only by a reviewer or head who
 * wrote nothing in it; what was simulated is what is published, against the same published rows.
 */
export async function publishProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: PublishInput,
  startDifferences: StartDifferences,
): Promise<PublishOutcome> {
  const viewer = requireMay(asker, 'proposal:publish')
  const id = requireUuid(input.id, 'proposal')
  try {
    return await platform.database.transaction(() => publish(platform, viewer, { ...input, id }, startDifferences))
  } catch (error) {
    if (!isOvertaken(error)) throw error
    const proposal = await platform.database.transaction(() => lockProposal(platform, id))
    if (!proposal) throw notFound('proposal')
    return { kind: 'refused', proposal, reason: 'OVERTAKEN', problems: [] }
  }
}

async function publish(
  platform: Platform,
  actor: StaffMember,
  input: PublishInput,
  startDifferences: StartDifferences,
): Promise<PublishOutcome> {
  await holdPublication(platform)
  const outcome = await takeStep(platform, proposalCase, {
    id: input.id,
    event: 'PUBLISH',
    actor,
    origin: input.origin,
    seen: { revision: input.expectedRevision },
    decidedOn: input.decidedOn,
    async facts(proposal) {
      const { context, check, reason } = await judge(platform, actor, proposal, input)
      return { context, check, simulationStands: reason === undefined }
    },
    async write(proposal, status, { context, check }) {
      const { added, ended } = await replaceRows(platform, actor, proposal, context, check)
      const { differenceMonths } = check
      const warnings = warningsOf(check)
      await insertAcceptedWarnings(platform, proposal.id, actor.accountId, warnings)
      const published = await endProposal(platform, proposal.id, status, actor.accountId)
      const nothingBilled = context.billed.length === 0
      return { proposal: published, rows: added, ended, differenceMonths, nothingBilled, warnings }
    },
    trace: ({ id, region, title, rowsHash }, _status, { rows, ended, differenceMonths, nothingBilled, warnings }) => ({
      action: 'PUBLISH_PARAMETERS',
      recordType: 'PolicyProposal',
      recordId: id,
      change: {
        region,
        title,
        rowsHash,
        rows,
        ended,
        differenceMonths,
        nothingBilled,
        acceptedWarnings: inShort(warnings),
      },
    }),
  })
  if (outcome.kind === 'TAKEN') {
    const { region, id: proposalId } = outcome.row
    if (outcome.result.differenceMonths.length > 0)
      await startDifferences(platform, { region, proposalId, startedBy: actor })
    return { kind: 'published', ...outcome.result }
  }
  const { check, reason = 'NOT_SIMULATED' } = await judge(platform, actor, outcome.row, input)
  return { kind: 'refused', proposal: outcome.row, reason, problems: problemsBehind(reason, check, input) }
}

/** The proposal against what is published now, and the name of what stands in the way. */
async function judge(platform: Platform, viewer: StaffMember, proposal: ProposalRow, input: PublishInput) {
  const context = await loadRegionContext(platform, proposal.region)
  const check = checkProposal(proposal.rows, context, proposal.publishedAverage)
  return { context, check, reason: refusalOf(viewer, proposal, context, check, input) }
}

async function replaceRows(
  platform: Platform,
  { accountId }: StaffMember,
  proposal: ProposalRow,
  context: RegionContext,
  check: Extract<ProposalCheck, { publishable: boolean }>,
): Promise<{ added: number; ended: number }> {
  const added = check.rows.map((row) => ({ id: crypto.randomUUID(), row }))
  const idOf = new Map<ParameterRow, string>(added.map(({ id, row }) => [row, id]))
  const publishedId = new Map<ParameterRow, string>(context.publishedRows.map(({ id, row }) => [row, id]))
  const endings = check.plan.closings.map(({ row, successor, validTo }) => {
    return { id: known(publishedId.get(row)), validTo, supersededBy: known(idOf.get(successor)) }
  })
  await endRows(platform, endings)
  await insertPublished(platform, added, { approvedBy: accountId, proposalId: proposal.id })
  return { added: added.length, ended: endings.length }
}

/** Whoever wrote in a proposal may not publish it. */
export function mayPublish(viewer: Viewer, proposal: Pick<ProposalRow, 'createdBy' | 'editors'>): boolean {
  const step = stepOf(proposalTable, 'SIMULATED', 'PUBLISH')
  return may(viewer, 'proposal:publish') && !barredFrom(step ?? {}, takersOf(proposal)).includes(viewer.accountId)
}

/** Why this viewer may not publish the proposal as things stand; undefined when publishing would go through. */
export function refusalOf(
  viewer: Viewer,
  proposal: ProposalRow,
  context: RegionContext,
  check: ProposalCheck,
  input: Pick<PublishInput, 'expectedRevision' | 'acknowledgeNothingBilled' | 'acceptedWarnings'>,
): PublishRefusal | undefined {
  const { simulation } = proposal
  if (proposal.status === 'PUBLISHED') return 'ALREADY_PUBLISHED'
  if (proposal.status === 'WITHDRAWN') return 'WITHDRAWN'
  if (proposal.revision !== input.expectedRevision) return 'CHANGED'
  if (!mayPublish(viewer, proposal)) return 'OWN_WORK'
  if (!check.publishable) return 'PROBLEMS'
  if (proposal.status !== 'SIMULATED' || proposal.simulatedHash !== proposal.rowsHash) return 'NOT_SIMULATED'
  if (simulation?.published !== context.revision || simulation.month !== (context.billed.at(-1) ?? null))
    return 'SIMULATION_STALE'
  if (simulation.month === null && !input.acknowledgeNothingBilled) return 'NOTHING_BILLED'
  return refusalOfWarnings(check, input.acceptedWarnings)
}

/** The warnings of a proposal as it stands; each wants an answer of whoever publishes it. */
export function warningsOf({ problems }: ProposalCheck): ProposalProblem[] {
  return problems.filter(({ severity }) => severity === 'warning')
}

/** Each kind with its rows, for the trail: `NO_DOCUMENT (1, 2)`. */
function inShort(warnings: readonly ProposalProblem[]): string[] {
  const rowsOf = Map.groupBy(warnings, ({ code }) => code)
  return Array.from(rowsOf, ([code, of]) => `${code} (${of.map(({ row }) => row ?? '-').join(', ')})`)
}

/** An answer to a warning that is not there was given to another state of things: then none of them counts. */
function refusalOfWarnings(check: ProposalCheck, accepted: readonly string[]): PublishRefusal | undefined {
  const open = new Set(warningsOf(check).map(warningKey))
  if (accepted.some((key) => !open.has(key))) return 'WARNINGS_CHANGED'
  return openWarnings(check, accepted).length > 0 ? 'WARNINGS_OPEN' : undefined
}

function openWarnings(check: ProposalCheck, accepted: readonly string[]): ProposalProblem[] {
  const answered = new Set(accepted)
  return warningsOf(check).filter((warning) => !answered.has(warningKey(warning)))
}

/** What stands in the way, by name: errors, warnings without an answer, or the warnings as they are now. */
function problemsBehind(
  reason: PublishRefusal,
  check: ProposalCheck,
  { acceptedWarnings }: PublishInput,
): readonly ProposalProblem[] {
  if (reason === 'PROBLEMS') return check.problems
  if (reason === 'WARNINGS_OPEN') return openWarnings(check, acceptedWarnings)
  return reason === 'WARNINGS_CHANGED' ? warningsOf(check) : []
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error('A row of the plan is no row of the region.')
  return id
}

/** Exclusion, uniqueness, or the guard of published rows: somebody wrote to the same months at the same moment. */
const overtakenCodes = new Set(['23P01', '23505', '55000'])

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && overtakenCodes.has(error.code)
}
