import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { cancellationCase } from './cancellation-case.ts'
import { cancellationTable } from './cancellation.lifecycle.ts'
import type { CancellationRow } from './cancellation.repository.ts'
import { decideCancellation } from './decide-cancellation.ts'
import type { DecisionOutcome } from './decide-cancellation.ts'
import { findObstacles } from './find-obstacles.ts'
import { obstacleKinds } from './obstacles.repository.ts'
import type { Obstacle } from './obstacles.repository.ts'
import { mostCancellations, readCancellation, readCancellations, readObstacles } from './read-cancellations.ts'
import { requestCancellation, requestRefusals } from './request-cancellation.ts'
import type { RequestOutcome } from './request-cancellation.ts'

const ObstacleType = builder.objectRef<Obstacle>('CancellationObstacle').implement({
  description: 'What keeps an employer in the register.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: builder.enumType('CancellationObstacleKind', {
        description:
          'INSURED: people are insured with it. UNBILLED: a month in which somebody was insured has no bill yet. NOTICE: a bill is not paid in full, late fees included. CREDIT: money of it waits to go back. WAITING_MONEY: money that came has settled nothing yet. RECONCILIATION: a payment of it is not on the bank’s statement. PAPER_COPY: the paper of an accepted declaration has not come. DEBIT_AGREEMENT: the bank may still debit it. MANDATE: it acts for another employer. FINE: a fine is being decided on or was not paid. The rest are cases that are open.',
        values: obstacleKinds,
      }),
    }),
    id: t.id({ nullable: true, resolve: ({ id }) => id, description: 'Of the case or the bill, where it has one.' }),
    number: t.exposeString('number', { nullable: true }),
    period: t.exposeString('period', { nullable: true, description: 'The month, or the year of an annual one.' }),
    count: t.exposeInt('count', { description: 'People, or cases.' }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Of CREDIT and WAITING_MONEY.',
      resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
    }),
  }),
})
export const CancellationType = builder.objectRef<CancellationRow>('Cancellation').implement({
  description: 'That an employer asks to leave the register (R765 10).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, cancellationCase, row),
    }),
    state: t.field({
      type: builder.enumType('CancellationState', { values: cancellationTable.states }),
      resolve: (row) => cancellationCase.state(row),
    }),
    employerId: t.exposeID('employerId'),
    employerName: t.string({
      resolve: async ({ employerId }, _args, { platform }) => (await findEmployer(platform, employerId))?.name ?? '',
    }),
    lastDay: t.expose('lastDay', { type: 'Date', description: 'The last day in the register.' }),
    reason: t.exposeString('reason'),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNote: t.exposeString('decisionNote', { nullable: true, description: 'Why it was refused.' }),
    files: t.field({
      type: [AttachmentType],
      description: 'The evidence.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'CANCELLATION', row))],
    }),
    obstacles: t.field({
      type: [ObstacleType],
      description: 'What stands in the way by now; nothing once it was decided.',
      resolve: ({ status, employerId, lastDay }, _args, { platform }) =>
        status === 'REQUESTED' ? findObstacles(platform, employerId, lastDay) : [],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(cancellationCase) }),
  }),
})

type Refused = Extract<RequestOutcome | DecisionOutcome, { kind: 'REFUSED' }>
const RefusedType = builder.objectRef<Refused>('CancellationRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('CancellationRefusal', {
        description:
          'NOT_CLEARED: see the obstacles. EVIDENCE_MISSING: a paper is needed. ALREADY_REQUESTED: one is open. NOT_IN_STATE: somebody decided before.',
        values: [...requestRefusals, 'NOT_IN_STATE'] as const,
      }),
      resolve: ({ reason }) => reason,
    }),
    obstacles: t.field({ type: [ObstacleType], resolve: ({ obstacles }) => [...obstacles] }),
  }),
})
const ResultType = builder.unionType('CancellationResult', {
  types: [CancellationType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : 'obstacles' in outcome ? RefusedType : CancellationType,
})
const shaped = (outcome: RequestOutcome | DecisionOutcome | StaleDecision) =>
  outcome instanceof StaleDecision || outcome.kind === 'REFUSED' ? outcome : outcome.row

builder.queryFields((t) => ({
  cancellations: t.field({
    type: [CancellationType],
    authScopes: { may: 'cancellation:read' },
    description: `What an employer asked to leave the register, latest first; at most ${mostCancellations}.`,
    args: { employerId: t.arg.id({ required: true }) },
    resolve: (_root, { employerId }, { platform, viewer }) => readCancellations(platform, viewer, employerId),
  }),
  cancellation: t.field({
    type: CancellationType,
    authScopes: { may: 'cancellation:read' },
    description: 'One request, for the employer and for staff.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readCancellation(platform, viewer, id),
  }),
  cancellationObstacles: t.field({
    type: [ObstacleType],
    authScopes: { may: 'cancellation:read' },
    description: 'What would stand in the way of leaving the register with a day; nothing when everything is cleared.',
    args: { employerId: t.arg.id({ required: true }), lastDay: t.arg({ type: 'Date', required: true }) },
    resolve: (_root, asked, { platform, viewer }) => readObstacles(platform, viewer, asked),
  }),
}))

const RequestInput = builder.inputType('RequestCancellationInput', {
  fields: (t) => ({
    lastDay: t.field({ type: 'Date', required: true, description: 'The last day in the register; not after today.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
    files: t.idList({ required: true, description: 'The evidence, handed in with POST /attachments.' }),
  }),
})
builder.mutationFields((t) => ({
  requestCancellation: t.field({
    type: ResultType,
    authScopes: { may: 'cancellation:request' },
    description: 'Asks that the employer leaves the register; refused with everything that stands in the way.',
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await requestCancellation(platform, viewer, origin, input)),
  }),
  withdrawCancellation: t.field({
    type: ResultType,
    authScopes: { may: 'cancellation:withdraw' },
    description: 'The employer takes it back.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideCancellation(platform, viewer, origin, 'WITHDRAW', decision))),
  }),
  approveCancellation: t.field({
    type: ResultType,
    authScopes: { may: 'cancellation:approve' },
    description: 'Looks anew at what stands in the way, and ends the employer in the register with its last day.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideCancellation(platform, viewer, origin, 'APPROVE', decision))),
  }),
  refuseCancellation: t.field({
    type: ResultType,
    authScopes: { may: 'cancellation:refuse' },
    description: 'The employer stays in the register and reads why.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideCancellation(platform, viewer, origin, 'REFUSE', decision))),
  }),
}))
