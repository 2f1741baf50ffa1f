import { checkProposal } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { ParameterRow, ProposalCheck, ProposalProblem } from '@shebao/premium'
import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { actingRole, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { mayPublish, publishingRoles } from './policy.policy.ts'
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
  'PROBLEMS',
  'OVERTAKEN',
] as const
export type PublishRefusal = (typeof publishRefusals)[number]

export type PublishOutcome =
  | { kind: 'published'; proposal: ProposalRow; rows: number; ended: number; differenceMonths: readonly Period[] }
  | { kind: 'refused'; proposal: ProposalRow; reason: PublishRefusal; problems: readonly ProposalProblem[] }

export interface PublishInput {
  id: string
  expectedRevision: number
  /** The region has billed nothing, so nothing could be simulated, and the publisher knows it. */
  acknowledgeNothingBilled: boolean
  origin: string
}

/**
 * Books what new limits add to months already billed. Handed in, because billing builds on the parameters and not the other
 * way round; called inside the transaction, so that limits never reach back without their differences.
 */
export type StartDifferences = (
  platform: Platform,
  run: { region: string; proposalId: string; startedBy: string },
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
  const viewer = requireStaff(asker, publishingRoles)
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
  viewer: Viewer,
  input: PublishInput,
  startDifferences: StartDifferences,
): Promise<PublishOutcome> {
  await holdPublication(platform)
  const proposal = await lockProposal(platform, input.id)
  if (!proposal) throw notFound('proposal')
  const context = await loadRegionContext(platform, proposal.region)
  const check = checkProposal(proposal.rows, context, proposal.publishedAverage)
  const reason = refusalOf(viewer, proposal, context, check, input)
  if (reason) return { kind: 'refused', proposal, reason, problems: reason === 'PROBLEMS' ? check.problems : [] }

  const added = check.rows.map((row) => ({ id: crypto.randomUUID(), row }))
  const idOf = new Map<ParameterRow, string>(added.map(({ id, row }) => [row, id]))
  const publishedId = new Map<ParameterRow, string>(context.publishedRows.map(({ id, row }) => [row, id]))
  const endings = check.plan.closings.map(({ row, successor, validTo }) => {
    return { id: known(publishedId.get(row)), validTo, supersededBy: known(idOf.get(successor)) }
  })
  await endRows(platform, endings)
  await insertPublished(platform, added, { approvedBy: viewer.accountId, proposalId: proposal.id })
  const published = await endProposal(platform, proposal.id, 'PUBLISHED', viewer.accountId)
  await platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, publishingRoles),
    origin: input.origin,
    action: 'PUBLISH_PARAMETERS',
    recordType: 'PolicyProposal',
    recordId: proposal.id,
    change: {
      region: proposal.region,
      title: proposal.title,
      rowsHash: proposal.rowsHash,
      rows: added.length,
      ended: endings.length,
      differenceMonths: check.differenceMonths,
      nothingBilled: context.billed.length === 0,
    },
  })
  const { region, id: proposalId } = proposal
  if (check.differenceMonths.length > 0) {
    await startDifferences(platform, { region, proposalId, startedBy: viewer.accountId })
  }
  const { differenceMonths } = check
  return { kind: 'published', proposal: published, rows: added.length, ended: endings.length, differenceMonths }
}

/** Why this viewer may not publish the proposal as things stand; undefined when publishing would go through. */
export function refusalOf(
  viewer: Viewer,
  proposal: ProposalRow,
  context: RegionContext,
  check: ProposalCheck,
  input: Pick<PublishInput, 'expectedRevision' | 'acknowledgeNothingBilled'>,
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
  return simulation.month === null && !input.acknowledgeNothingBilled ? 'NOTHING_BILLED' : undefined
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
