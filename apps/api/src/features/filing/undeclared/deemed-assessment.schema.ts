import { fen, oneOf } from '@shebao/kernel'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { decideDeemed } from './decide-deemed.ts'
import type { DecideDeemedOutcome } from './decide-deemed.ts'
import { deemedAssessmentCase } from './deemed-assessment-case.ts'
import { deemedAssessmentTable } from './deemed-assessment.lifecycle.ts'
import { findDeemedAssessment, listDeemedAssessments } from './deemed-assessment.repository.ts'
import type { DeemedAssessmentRow } from './deemed-assessment.repository.ts'
import { proposeDeemed, proposeOfficeAmount } from './propose-deemed.ts'
import type { DeemedProposals } from './propose-deemed.ts'
import { deemedRefusals, deemedStates, deemedWays } from './undeclared-codes.ts'

const WayEnum = builder.enumType('DeemedWay', {
  description:
    'LAST_MONTH: 110 % of the last declared month. OFFICE_AMOUNT: by headcount and wage, where nothing was ever declared.',
  values: deemedWays,
})
const StateEnum = builder.enumType('DeemedAssessmentState', { values: deemedStates })
const RefusalEnum = builder.enumType('DeemedRefusal', {
  description:
    'NOT_MONTHLY: the month is covered by an earlier declaration. NOT_YET_OVERDUE: it can still be declared in time. EXTENDED: the office gave it more time. ALREADY_FILED: it was handed in. NO_LAST_MONTH: nothing was ever declared, the office sets an amount. HAS_LAST_MONTH: then 110 % of it counts. AMOUNT_CHANGED: another month was declared since.',
  values: deemedRefusals,
})

const AssessmentType = builder.objectRef<DeemedAssessmentRow>('DeemedAssessment').implement({
  description: 'A month that was not declared, deemed by two people (SIL 62).',
  fields: (t) => ({
    id: t.exposeID('id'),
    procedure: t.field({ ...procedure, resolve: procedureOf(deemedAssessmentCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, deemedAssessmentCase, row),
    }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    way: t.field({ type: WayEnum, resolve: ({ way }) => oneOf(deemedWays, way, 'way') }),
    basedOn: t.field({
      type: 'Period',
      nullable: true,
      description: 'LAST_MONTH: the month it is taken from.',
      resolve: ({ basedOn }) => basedOn,
    }),
    people: t.exposeInt('people'),
    wage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'OFFICE_AMOUNT: a month and head.',
      resolve: ({ wage }) => (wage === null ? null : fen(Number(wage))),
    }),
    total: t.field({ type: 'Fen', resolve: ({ total }) => fen(Number(total)) }),
    grounds: t.exposeString('grounds'),
    state: t.field({ type: StateEnum, resolve: ({ status }) => oneOf(deemedStates, status, 'state') }),
    proposerName: t.exposeString('proposerName'),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    mine: t.boolean({
      description: 'True for who proposed it: somebody else has to decide.',
      resolve: ({ proposedBy }, _args, { viewer }) => proposedBy === viewer?.accountId,
    }),
    deciderName: t.exposeString('deciderName', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why it was refused.' }),
    noticeId: t.exposeID('noticeId', { nullable: true }),
  }),
})
const AssessmentConnection = builder.connectionObject({ type: AssessmentType, name: 'DeemedAssessmentConnection' })

const NotProposedType = builder.objectRef<DeemedProposals['refused'][number]>('DeemedNotProposed').implement({
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    reason: t.expose('reason', { type: RefusalEnum }),
  }),
})
const ProposalsType = builder.objectRef<DeemedProposals>('DeemedProposals').implement({
  fields: (t) => ({
    proposed: t.exposeInt('proposed'),
    refused: t.field({ type: [NotProposedType], resolve: ({ refused }) => refused }),
  }),
})

type Done = Extract<DecideDeemedOutcome, { kind: 'DONE' }>
type Refused = Extract<DecideDeemedOutcome, { kind: 'REFUSED' }>
const DoneType = builder.objectRef<Done>('DeemedDecided').implement({
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      resolve: async ({ id }, _args, { platform }) =>
        (await findDeemedAssessment(platform, id)) ?? Promise.reject(notFound('deemed assessment')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('DeemedDecisionRefused').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: RefusalEnum }) }),
})
const DecideResult = builder.unionType('DecideDeemedResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const grounds = '4 to 500 characters: what was found, and that the employer was asked.'

builder.queryFields((t) => ({
  deemedOutlook: t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'deemed-assessment:read' },
    description: 'Whether a deemed assessment that the asker proposes can be decided.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, deemedAssessmentTable, 'PROPOSE', requireStaff(viewer, 'deemed-assessment:read')),
  }),
  deemedAssessments: t.field({
    type: AssessmentConnection,
    authScopes: { may: 'deemed-assessment:read' },
    description:
      'What waits for a decision, or what was decided; newest first, 50 at a time unless `first` says otherwise.',
    args: { open: t.arg.boolean({ required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      requireMay(viewer, 'deemed-assessment:read')
      const [at, id] = decodeCursor(args, 2) ?? []
      const day = new Date(String(at))
      if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
      const before = at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'deemed assessment') }
      const rows = await listDeemedAssessments(platform, { open: args.open, before, limit: pageSize(args) + 1 })
      return keysetPage(rows, args, (row) => [row.proposedAt.toISOString(), row.id])
    },
  }),
}))

builder.mutationFields((t) => ({
  proposeDeemed: t.field({
    type: ProposalsType,
    authScopes: { may: 'deemed-assessment:propose' },
    description:
      'Proposes 110 % of the last declared month for employers that did not declare (SIL 62); another person decides.',
    args: {
      period: t.arg({ type: 'Period', required: true }),
      employerIds: t.arg.idList({ required: true }),
      grounds: t.arg.string({ required: true, description: grounds }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => proposeDeemed(platform, viewer, { ...args, origin }),
  }),
  proposeOfficeAmount: t.field({
    type: ProposalsType,
    authScopes: { may: 'deemed-assessment:propose' },
    description: 'Proposes an amount by headcount and wage for an employer that never declared anything (SIL 62).',
    args: {
      period: t.arg({ type: 'Period', required: true }),
      employerId: t.arg.id({ required: true }),
      people: t.arg.int({ required: true }),
      wage: t.arg({ type: 'Fen', required: true, description: 'A month and head.' }),
      grounds: t.arg.string({ required: true, description: grounds }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => proposeOfficeAmount(platform, viewer, { ...args, origin }),
  }),
  decideDeemedAssessment: t.field({
    type: DecideResult,
    authScopes: { may: 'deemed-assessment:decide' },
    description: 'Somebody else than who proposed it issues the bill, or refuses with a reason.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      confirm: t.arg.boolean({ required: true }),
      refusal: t.arg.string({ description: 'Needed to refuse, 4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) =>
      orStale(decideDeemed(platform, viewer, { ...args, origin })),
  }),
}))
