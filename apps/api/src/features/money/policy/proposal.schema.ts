import { checkProposal, firstMonthOfPaymentYear, warningKey } from '@shebao/premium'
import type { ParameterDraft, ProposalCheck } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { proposalTable } from './proposal.lifecycle.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { markOf } from '../../../case/case-mark.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { proposalCase } from './proposal-case.ts'
import { readProposal } from './read-proposal.ts'
import { listAccountNames, listProposals, proposalStatuses } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { mayPublish, publishRefusals, refusalOf, warningsOf } from './publish-proposal.ts'
import type { PublishRefusal } from './publish-proposal.ts'
import { loadRegionContext } from './region-context.ts'
import type { RegionContext } from './region-context.ts'
import { AcceptedWarningType, ProblemType, readAcceptedWarnings } from './proposal-problem.schema.ts'
import { SimulationType } from './simulation.schema.ts'

export const ProposalStatusEnum = builder.enumType('PolicyProposalStatus', {
  description:
    'DRAFT while it is written; SIMULATED once its present rows were tried on a billed month; the other two are ends.',
  values: proposalStatuses,
})

const DraftType = builder.objectRef<ParameterDraft>('ProposedParameter').implement({
  description: 'A row as it was typed, complete or not; blank is unknown.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the row inside its proposal.' }),
    name: t.exposeString('name'),
    insurance: t.exposeString('insurance'),
    side: t.exposeString('side'),
    category: t.exposeString('category'),
    value: t.exposeString('value', {
      description: 'A whole number in the unit of the parameter (fen, ppm), a word, or what was typed instead.',
    }),
    validFrom: t.exposeString('validFrom'),
    validTo: t.exposeString('validTo'),
    docNo: t.exposeString('docNo'),
    publishedOn: t.exposeString('publishedOn'),
    source: t.exposeString('source'),
    verified: t.exposeBoolean('verified'),
  }),
})

interface Judged {
  context: RegionContext
  check: ProposalCheck
  refusal: PublishRefusal | undefined
}

export const RefusalEnum = builder.enumType('PublishRefusal', {
  description:
    'CHANGED: edited since it was looked at. OWN_WORK: a second person publishes. NOT_SIMULATED: no simulation of the present rows. SIMULATION_STALE: rows were published or a month billed since. NOTHING_BILLED: needs acknowledgeNothingBilled. WARNINGS_OPEN: a warning was not answered. WARNINGS_CHANGED: one was answered that is not there any more. OVERTAKEN: another publication took the same months at the same moment.',
  values: publishRefusals,
})

const ConsequenceType = builder.objectRef<Judged>('PublicationConsequence').implement({
  description: 'What publishing would do, as things stand now.',
  fields: (t) => ({
    publishable: t.boolean({ resolve: ({ check }) => check.publishable }),
    problems: t.field({ type: [ProblemType], complexity: 20, resolve: ({ check }) => [...check.problems] }),
    firstPeriod: t.field({
      type: 'Period',
      nullable: true,
      description: 'The first month any of the rows holds for.',
      resolve: ({ check }) => check.rows.map(({ validFrom }) => validFrom).toSorted()[0] ?? null,
    }),
    rows: t.int({ resolve: ({ check }) => check.rows.length }),
    endedRows: t.int({
      description: 'Published rows that would be ended.',
      resolve: ({ check }) => check.plan.closings.length,
    }),
    differencePeriods: t.field({
      type: ['Period'],
      description: 'Billed months that would get a difference (补差) without late fee.',
      resolve: ({ check }) => [...check.differenceMonths],
    }),
    lastBilledPeriod: t.field({
      type: 'Period',
      nullable: true,
      resolve: ({ context }) => context.billed.at(-1) ?? null,
    }),
    refusal: t.expose('refusal', {
      type: RefusalEnum,
      nullable: true,
      description:
        'Why publishing would be refused to the viewer now; NOTHING_BILLED only asks for an acknowledgement.',
    }),
    firstPeriodOfPaymentYear: t.field({
      type: 'Period',
      description: 'Late limits reach back no further.',
      resolve: ({ context }) => firstMonthOfPaymentYear(context),
    }),
  }),
})

export const ProposalType = builder.objectRef<ProposalRow>('PolicyProposal')
ProposalType.implement({
  description: 'Parameters on their way: written by one person, simulated on a billed month, published by another.',
  fields: (t) => ({
    id: t.exposeID('id'),
    procedure: t.field({ ...procedure, resolve: procedureOf(proposalCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, proposalCase, row),
    }),
    region: t.exposeString('region'),
    title: t.exposeString('title'),
    status: t.expose('status', { type: ProposalStatusEnum }),
    revision: t.exposeInt('revision', { description: 'Handed back with a change, so that nobody overwrites another.' }),
    rows: t.field({ type: [DraftType], complexity: 60, resolve: ({ rows }) => rows }),
    rowCount: t.int({ resolve: ({ rows }) => rows.length }),
    publishedAverage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The average wage the region published: limits are checked against it, never computed from it.',
      resolve: ({ publishedAverage }) => publishedAverage,
    }),
    editors: t.field({
      type: ['String'],
      description: 'Names of those who wrote in it; none of them may publish it.',
      resolve: async ({ editors }, _args, { platform }) => [...(await listAccountNames(platform, editors)).values()],
    }),
    endedBy: t.string({
      nullable: true,
      description: 'Who published or withdrew it.',
      resolve: async ({ endedBy }, _args, { platform }) =>
        endedBy === null ? null : ((await listAccountNames(platform, [endedBy])).get(endedBy) ?? null),
    }),
    mayPublish: t.boolean({
      description: 'Whether the viewer has the role for it and wrote nothing in it.',
      resolve: (proposal, _args, { viewer }) => viewer !== undefined && mayPublish(viewer, proposal),
    }),
    createdAt: t.field({ type: 'DateTime', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
    consequence: t.field({
      type: ConsequenceType,
      complexity: 100,
      resolve: (proposal, _args, { platform, viewer }) => judge(platform, viewer, proposal),
    }),
    acceptedWarnings: t.field({
      type: [AcceptedWarningType],
      complexity: 40,
      description: 'The warnings that were open when it was published, each answered by name; none before.',
      resolve: (proposal, _args, { platform }) => readAcceptedWarnings(platform, proposal.id),
    }),
    simulation: t.field({
      type: SimulationType,
      nullable: true,
      description: 'The last simulation, also when it is of other rows by now (`current` says so).',
      resolve: (proposal) => (proposal.simulation ? { proposal, record: proposal.simulation } : null),
    }),
  }),
})

async function judge(platform: Platform, viewer: Viewer | undefined, proposal: ProposalRow): Promise<Judged> {
  const context = await loadRegionContext(platform, proposal.region)
  const check = checkProposal(proposal.rows, context, proposal.publishedAverage)
  // Warnings are answered when it is published; they keep nobody from asking for it.
  const acceptedWarnings = warningsOf(check).map(warningKey)
  const now = { expectedRevision: proposal.revision, acknowledgeNothingBilled: false, acceptedWarnings }
  const refusal = refusalOf(requireMay(viewer, 'proposal:read'), proposal, context, check, now)
  return { context, check, refusal }
}

const ProposalConnection = builder.connectionObject({ type: ProposalType, name: 'PolicyProposalConnection' })

builder.queryField('policyProposalOutlook', (t) =>
  t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'proposal:read' },
    description: 'Whether a proposal that the asker begins can be published.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, proposalTable, 'CREATE', requireStaff(viewer, 'proposal:read')),
  }),
)

builder.queryFields((t) => ({
  policyProposals: t.field({
    type: ProposalConnection,
    description: 'Proposals, last changed first; 50 at a time unless `first` (1-100) says otherwise. Staff only.',
    complexity: pageComplexity,
    authScopes: { may: 'proposal:read' },
    args: {
      open: t.arg.boolean({ description: 'True: those being worked on; false: those that ended.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform }) => {
      const before = readCursor(args)
      const rows = await listProposals(platform, { open: args.open ?? undefined, before, limit: pageSize(args) + 1 })
      return keysetPage(rows, args, ({ updatedAt, id }) => [updatedAt.toISOString(), id])
    },
  }),
  policyProposal: t.field({
    type: ProposalType,
    description: 'One proposal. Staff only.',
    authScopes: { may: 'proposal:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform }) => readProposal(platform, id),
  }),
}))

function readCursor(args: KeysetArgs) {
  const [updatedAt, id] = decodeCursor(args, 2) ?? []
  if (updatedAt === undefined) return undefined
  const at = new Date(String(updatedAt))
  if (Number.isNaN(at.getTime())) throw notFound('page')
  return { updatedAt: at, id: requireUuid(String(id), 'proposal') }
}
