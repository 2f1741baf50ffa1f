import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import type { Context } from '../../../graphql/context.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { applyForRefund, planRefund } from './apply-refund.ts'
import type { PlannedRefund } from './apply-refund.ts'
import { deriveRefund } from './derive-refund.ts'
import { approveRefund, confirmReceipt, rejectRefund, verifyRefund } from './decide-refund.ts'
import { payOutRefund } from './pay-out-refund.ts'
import { refundRefusalCodes } from './refund-outcome.ts'
import type { RefundOutcome, RefundProblem } from './refund-outcome.ts'
import { findRefund } from './refund.repository.ts'
import { RefundReasonEnum, RefundShareType, RefundSourceEnum, RefundType } from './refund.schema.ts'

const RefusalEnum = builder.enumType('RefundRefusalCode', {
  description:
    'MONEY_NOT_RECEIVED: the month was not paid. NOT_A_DUPLICATE: no other employer’s paid month stands. NOTHING_TOO_MUCH: the corrected wage leads to the same amounts. DEBT_OPEN: credit settles debts first. SAME_PERSON: took another step of it.',
  values: refundRefusalCodes,
})
const ProblemType = builder.objectRef<RefundProblem>('RefundProblem').implement({
  description: 'One thing that stands in the way.',
  fields: (t) => ({
    code: t.expose('code', { type: RefusalEnum }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What is left, owed or was refunded.',
      resolve: ({ amount }) => amount ?? null,
    }),
    reference: t.string({
      nullable: true,
      description: 'The other refund’s number, or the state it is in.',
      resolve: ({ reference }) => reference ?? null,
    }),
  }),
})

type Done = Extract<RefundOutcome, { kind: 'DONE' }>
type Refused = Extract<RefundOutcome, { kind: 'REFUSED' }>
const DoneType = builder.objectRef<Done>('RefundStepTaken').implement({
  fields: (t) => ({
    refund: t.field({
      type: RefundType,
      resolve: async ({ refundId }, _args, { platform }) =>
        (await findRefund(platform, refundId)) ?? Promise.reject(notFound('refund')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('RefundRefused').implement({
  description: 'Nothing was changed; every reason is named.',
  fields: (t) => ({ problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems] }) }),
})
const OpenedType = builder.unionType('RefundApplicationResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ kind }) => (kind === 'DONE' ? DoneType : RefusedType),
})
const ResultType = builder.unionType('RefundResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const PlanType = builder.objectRef<PlannedRefund>('PlannedRefund').implement({
  description: 'What an application would come to now. Nothing is written.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Fen' }),
    personalShare: t.expose('personalShare', { type: 'Fen' }),
    shares: t.field({ type: [RefundShareType], resolve: ({ shares }) => shares }),
    derivation: t.field({
      type: 'Explanation',
      description: `Why it would come to this amount: REFUND by shares.`,
      complexity: 40,
      resolve: (plan, _args, { platform }) => deriveRefund(platform, plan),
    }),
    accountMasked: t.exposeString('accountMasked'),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => problems }),
    missing: t.field({
      type: [ProblemType],
      description: 'What may still come before the office verifies it.',
      resolve: ({ missing }) => missing,
    }),
  }),
})

const ApplicationInput = builder.inputType('RefundApplicationInput', {
  fields: (t) => ({
    source: t.field({ type: RefundSourceEnum, required: true }),
    individualId: t.id({ description: 'MONTH: whose month.' }),
    period: t.field({ type: 'Period', description: 'MONTH.' }),
    paymentId: t.id({ description: 'SUSPENSE: the payment set aside.' }),
    itemId: t.id({ description: 'SUSPENSE: a reconciliation item marked RETURN_TO_PAYER; staff only.' }),
    reason: t.field({ type: RefundReasonEnum, required: true }),
    explanation: t.string({ required: true, description: '4 to 500 characters.' }),
    correctedWage: t.field({
      type: 'Fen',
      description: 'The monthly wage that should have been declared; required for OVER_DECLARED.',
    }),
    receiptSigned: t.boolean({ description: 'MONTH: the person has signed for the personal share.' }),
    amount: t.field({ type: 'Fen', description: 'CREDIT: part of it; all of it when absent.' }),
    files: t.idList({
      description: 'What proves it: at most 20 files that the asker handed in with POST /attachments.',
    }),
  }),
})

function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

builder.queryField('plannedRefund', (t) =>
  t.field({
    type: PlanType,
    authScopes: { may: 'refund:apply' },
    complexity: 50,
    description:
      'What a refund would come to, by the engine on the parameters of its month, and what stands in the way.',
    args: { input: t.arg({ type: ApplicationInput, required: true }) },
    resolve: (_root, { input }, context) => planRefund(context.platform, viewerOf(context), input),
  }),
)

builder.mutationFields((t) => ({
  applyForRefund: t.field({
    type: OpenedType,
    authScopes: { may: 'refund:apply' },
    description:
      'The employer asks for money back: of its people’s months, its credit or its payments set aside. Staff may ask for money set aside. One refund of the same money is under way at a time.',
    args: { input: t.arg({ type: ApplicationInput, required: true }) },
    resolve: (_root, { input }, context) => applyForRefund(context.platform, viewerOf(context), input, context.origin),
  }),
  confirmRefundReceipt: t.field({
    type: ResultType,
    authScopes: { may: 'refund:confirm-receipt' },
    description: 'The person has signed for the personal share. Until the office has verified the refund.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(confirmReceipt(platform, viewer, args, origin)),
  }),
  verifyRefund: t.field({
    type: ResultType,
    authScopes: { may: 'refund:verify' },
    description: 'First step of the office: whether a benefit was drawn for the month, and which evidence was seen.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      benefitDrawn: t.arg.boolean({
        required: true,
        description: 'True is refused: reject the refund with its reason.',
      }),
      evidence: t.arg.string({ required: true, description: 'What was seen, 4 to 500 characters.' }),
      files: t.arg.idList({
        description: 'Copies of it: at most 20 files that the asker handed in with POST /attachments.',
      }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(verifyRefund(platform, viewer, args, origin)),
  }),
  approveRefund: t.field({
    type: ResultType,
    authScopes: { may: 'refund:approve' },
    description: 'A reviewer or head who did not verify it approves it.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(approveRefund(platform, viewer, args, origin)),
  }),
  payOutRefund: t.field({
    type: ResultType,
    authScopes: { may: 'refund:pay-out' },
    description:
      'Enters that it has left the bank, by somebody who took no step before. The same call twice pays once and answers the same.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      bankReference: t.arg.string({ required: true, description: '4 to 64 letters, digits and . / _ -.' }),
      accountLast4: t.arg.string({ required: true, description: 'Last four digits of the account it went to.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(payOutRefund(platform, viewer, args, origin)),
  }),
  rejectRefund: t.field({
    type: ResultType,
    authScopes: { may: 'refund:reject' },
    description: 'Ends a refund before its money leaves; the employer reads the reason.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(rejectRefund(platform, viewer, args, origin)),
  }),
}))
