import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { notFound } from '../../../access/refusal.ts'
import { applyForBackPayment, planBackPaymentOf } from './apply-back-payment.ts'
import type { PlannedBackPayment, PlannedLine } from './apply-back-payment.ts'
import { backPaymentProblemCodes } from './back-payment-problem.ts'
import type { BackPaymentOutcome, BackPaymentProblem } from './back-payment-problem.ts'
import { findBackPayment } from './back-payment.repository.ts'
import { BackPaymentEvidenceEnum, BackPaymentRouteEnum, BackPaymentType } from './back-payment.schema.ts'
import { approveBackPayment, checkBackPayment, rejectBackPayment } from './decide-back-payment.ts'
import { totalOfPlan } from './plan-months.ts'
import type { PlannedPeriod } from './plan-months.ts'

const ProblemCodeEnum = builder.enumType('BackPaymentProblemCode', {
  description:
    'ACTIVE_ELSEWHERE: pension or medical of the month was billed to another employer. MONTH_DEEMED: the month is billed as a whole until it is declared. WAITS_FOR_RUN: the person was enrolled and the monthly run will bill it. SAME_PERSON: checked it.',
  values: backPaymentProblemCodes,
})
const ProblemType = builder.objectRef<BackPaymentProblem>('BackPaymentProblem').implement({
  description: 'One thing that stands in the way.',
  fields: (t) => ({
    code: t.expose('code', { type: ProblemCodeEnum }),
    line: t.int({ nullable: true, description: 'Of the request, from 1.', resolve: ({ line }) => line ?? null }),
    period: t.field({ type: 'Period', nullable: true, resolve: ({ period }) => period ?? null }),
    reference: t.string({
      nullable: true,
      description:
        'The other request’s number, the state, the date of hire or leaving, or the most months there may be.',
      resolve: ({ reference }) => reference ?? null,
    }),
  }),
})

type Done = Extract<BackPaymentOutcome, { kind: 'DONE' }>
type Refused = Extract<BackPaymentOutcome, { kind: 'REFUSED' }>
const DoneType = builder.objectRef<Done>('BackPaymentStepTaken').implement({
  fields: (t) => ({
    backPayment: t.field({
      type: BackPaymentType,
      resolve: async ({ backPaymentId }, _args, { platform }) =>
        (await findBackPayment(platform, backPaymentId)) ?? Promise.reject(notFound('back payment')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('BackPaymentRefused').implement({
  description: 'Nothing was changed; every reason is named.',
  fields: (t) => ({ problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems] }) }),
})
const OpenedType = builder.unionType('BackPaymentApplicationResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ kind }) => (kind === 'DONE' ? DoneType : RefusedType),
})
const ResultType = builder.unionType('BackPaymentResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const PlannedLineType = builder.objectRef<PlannedLine>('PlannedBackPaymentLine').implement({
  personal: shown('READ_BACK_PAYMENT', ({ individualId }) => individualId),
  description: 'The person a line was understood to be about; in clear, since their employer asks.',
  fields: (t) => ({
    line: t.exposeInt('line'),
    name: t.exposeString('name'),
    idMasked: t.exposeString('idMasked'),
    months: t.exposeInt('months'),
  }),
})
const PlannedPeriodType = builder.objectRef<PlannedPeriod>('PlannedBackPaymentPeriod').implement({
  description: 'One month: one notice.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    people: t.exposeInt('people'),
    premium: t.expose('premium', { type: 'Fen' }),
    lateFee: t.expose('lateFee', { type: 'Fen' }),
    dueOn: t.field({
      type: 'Date',
      description: 'Since when the late fee runs: the last day on which the month could have been paid in time.',
      resolve: ({ dueOn }) => dueOn,
    }),
  }),
})
const PlanType = builder.objectRef<PlannedBackPayment>('PlannedBackPayment').implement({
  description: 'What the months would cost today. Nothing is written.',
  fields: (t) => ({
    route: t.expose('route', { type: BackPaymentRouteEnum }),
    premium: t.expose('premium', { type: 'Fen' }),
    lateFee: t.expose('lateFee', { type: 'Fen' }),
    total: t.field({ type: 'Fen', resolve: totalOfPlan }),
    lines: t.field({ type: [PlannedLineType], resolve: ({ lines }) => lines }),
    periods: t.field({ type: [PlannedPeriodType], resolve: ({ periods }) => periods }),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => problems }),
    derivation: t.field({
      type: 'Explanation',
      nullable: true,
      description: `Month by month, premium and late fee: BACK_PAYMENT. Null while anything stands in the way.`,
      resolve: ({ derivation }) => derivation() ?? null,
    }),
  }),
})

const LineInput = builder.inputType('BackPaymentLineInput', {
  fields: (t) => ({
    idNumber: t.string({ required: true, description: 'Of somebody the employer has or had.' }),
    first: t.field({ type: 'Period', required: true }),
    last: t.field({ type: 'Period', required: true }),
    wage: t.field({ type: 'Fen', required: true, description: 'A month, of those months.' }),
  }),
})
const ApplicationInput = builder.inputType('BackPaymentApplicationInput', {
  fields: (t) => ({
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
    evidence: t.field({ type: [BackPaymentEvidenceEnum], required: true }),
    evidenceNote: t.string({ required: true, description: 'Where it is found, 4 to 500 characters.' }),
    documentNo: t.string({ description: 'Needed with LEGAL_DOCUMENT.' }),
    lines: t.field({ type: [LineInput], required: true, description: 'At most 200, 2,000 months together.' }),
    files: t.idList({
      description: 'The evidence itself: at most 20 files that the asker handed in with POST /attachments.',
    }),
  }),
})

builder.queryField('plannedBackPayment', (t) =>
  t.field({
    type: PlanType,
    authScopes: { may: 'back-payment:apply' },
    complexity: 100,
    description: 'What past months would cost, each on its own bases, rates and limits, and what stands in the way.',
    args: { input: t.arg({ type: ApplicationInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) => planBackPaymentOf(platform, viewer, input),
  }),
)

builder.mutationFields((t) => ({
  applyForBackPayment: t.field({
    type: OpenedType,
    authScopes: { may: 'back-payment:apply' },
    description:
      'Asks to pay months that were never billed. ONLINE ones are billed at once, others wait for the office.',
    args: { input: t.arg({ type: ApplicationInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => applyForBackPayment(platform, viewer, input, origin),
  }),
  checkBackPayment: t.field({
    type: ResultType,
    authScopes: { may: 'back-payment:check' },
    description: 'First step of the office: the request was compared with its evidence.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      finding: t.arg.string({ required: true, description: 'What was seen, 4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(checkBackPayment(platform, viewer, args, origin)),
  }),
  approveBackPayment: t.field({
    type: ResultType,
    authScopes: { may: 'back-payment:approve' },
    description: 'By somebody who did not check it: the notices are issued. Everything is asked again first.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(approveBackPayment(platform, viewer, args, origin)),
  }),
  rejectBackPayment: t.field({
    type: ResultType,
    authScopes: { may: 'back-payment:reject' },
    description: 'Before it is billed; the employer reads the reason.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(rejectBackPayment(platform, viewer, args, origin)),
  }),
}))
