import { fen, SIDES, oneOf } from '@shebao/kernel'
import { REFUND_GUARDS, REFUND_REASONS_OF, REFUND_SOURCES, REFUND_STATES, ANY_REFUND_REASONS } from '@shebao/premium'
import type { RefundShare } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { refundTable } from './refund.lifecycle.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { markOf } from '../../../case/case-mark.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { AttachmentType, filesOf, withFiles } from '../../register/attachment/index.ts'
import type { WithFiles } from '../../register/attachment/index.ts'
import { EmployerType } from '../../register/employer/index.ts'
import {
  ownStep,
  readCandidates,
  readGuards,
  readRefund,
  readRefundQueue,
  readRefundsOf,
  readSetAside,
  readSteps,
  refundKey,
} from './read-refunds.ts'
import type { Candidate, RefundStep } from './read-refunds.ts'
import { refundCase } from './refund-case.ts'
import { countRefunds } from './refund.repository.ts'
import type { RefundRow } from './refund.repository.ts'
import { listMoneyToReturn } from './refund-source.repository.ts'
import type { MoneyToReturn, SetAside } from './refund-source.repository.ts'

const verdicts = ['HOLDS', 'FAILS', 'OPEN', 'NOT_NEEDED'] as const

export const RefundSourceEnum = builder.enumType('RefundSource', {
  description:
    'MONTH: a person’s paid month. CREDIT: the employer’s money that no debt took. SUSPENSE: a payment or bank item set aside.',
  values: REFUND_SOURCES,
})
export const RefundReasonEnum = builder.enumType('RefundReason', {
  description: Object.entries(REFUND_REASONS_OF)
    .map(([source, of]) => `${source}: ${of.join(', ')}.`)
    .join(' '),
  values: ANY_REFUND_REASONS,
})
export const RefundStateEnum = builder.enumType('RefundState', {
  description: 'APPLIED → VERIFIED → APPROVED → PAID_OUT, or REJECTED from any step before the money leaves (3.5).',
  values: REFUND_STATES,
})
const GuardEnum = builder.enumType('RefundGuard', { values: REFUND_GUARDS })
const VerdictEnum = builder.enumType('RefundGuardVerdict', {
  description: 'OPEN: somebody has to find out. NOT_NEEDED: does not apply to this money.',
  values: verdicts,
})
const OwnStepEnum = builder.enumType('RefundStepToTake', { values: ['VERIFY', 'APPROVE', 'PAY_OUT'] as const })
const ShareSideEnum = builder.enumType('ShareSide', { values: SIDES })

const GuardType = builder.objectRef<Awaited<ReturnType<typeof readGuards>>[number]>('RefundGuardState').implement({
  fields: (t) => ({
    guard: t.expose('guard', { type: GuardEnum }),
    verdict: t.expose('verdict', { type: VerdictEnum }),
  }),
})

const StepType = builder.objectRef<RefundStep>('RefundStep').implement({
  fields: (t) => ({
    state: t.expose('state', { type: RefundStateEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.exposeString('by', { description: 'Who took it; empty for the employer.' }),
  }),
})

export const RefundShareType = builder.objectRef<RefundShare>('RefundShare').implement({
  description: 'One share of a month that goes back.',
  fields: (t) => ({
    insurance: t.expose('insurance', { type: InsuranceEnum }),
    side: t.expose('side', { type: ShareSideEnum }),
    amount: t.expose('amount', { type: 'Fen' }),
  }),
})

export const RefundType = builder.objectRef<WithFiles<RefundRow>>('Refund').implement({
  personal: shown('READ_REFUND', ({ individualId }) => individualId),
  description: 'Money going back (退费). Seen by the employer that asked and by staff. Late fees are never part of it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    procedure: t.field({ ...procedure, resolve: procedureOf(refundCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, refundCase, row),
    }),
    source: t.field({
      type: RefundSourceEnum,
      resolve: ({ source }) => oneOf(REFUND_SOURCES, source, 'refund source'),
    }),
    reason: t.field({
      type: RefundReasonEnum,
      resolve: ({ reason }) => oneOf(ANY_REFUND_REASONS, reason, 'refund reason'),
    }),
    explanation: t.exposeString('explanation'),
    state: t.field({ type: RefundStateEnum, resolve: ({ status }) => oneOf(REFUND_STATES, status, 'refund state') }),
    employerName: t.exposeString('employerName', { nullable: true }),
    person: t.string({
      nullable: true,
      description: 'In clear for the employer, masked for staff.',
      resolve: ({ personal, nameMasked }, _args, { platform, viewer }) =>
        personal && viewer?.kind === 'EMPLOYER' ? platform.vault.open<{ name: string }>(personal).name : nameMasked,
    }),
    idMasked: t.exposeString('idMasked', { nullable: true }),
    period: t.field({ type: 'Period', nullable: true, resolve: ({ period }) => period }),
    correctedWage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The wage that should have been declared.',
      resolve: ({ correctedWage }) => (correctedWage === null ? null : fen(Number(correctedWage))),
    }),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(Number(amount)) }),
    personalShare: t.field({
      type: 'Fen',
      description: 'Of the amount: what belongs to the person and must have been passed on.',
      resolve: ({ personalShare }) => fen(Number(personalShare)),
    }),
    shares: t.field({
      type: [RefundShareType],
      description: 'Of a month, at most eight: as the engine computed them when it was applied for.',
      complexity: { multiplier: 1 },
      resolve: ({ shares }) => shares,
    }),
    receiptSigned: t.exposeBoolean('receiptSigned', {
      description: 'The person has signed for the personal share that the employer passed on.',
    }),
    accountMasked: t.exposeString('accountMasked', { description: 'The account it came from and goes back to.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What the first member of staff has seen.' }),
    files: t.field({
      type: [AttachmentType],
      complexity: { field: 5, multiplier: 1 },
      description: 'Evidence that was handed in with it, oldest first.',
      resolve: (row, _args, { platform }) => filesOf(platform, 'REFUND', row),
    }),
    bankReference: t.exposeString('bankReference', { nullable: true }),
    rejectionReason: t.exposeString('rejectionReason', { nullable: true }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime' }),
    guards: t.field({
      type: [GuardType],
      description: 'Each guard as it stands now. For one refund at a time: it looks at the money.',
      complexity: { field: 20, multiplier: 1 },
      resolve: (refund, _args, { platform }) => readGuards(platform, refund),
    }),
    steps: t.field({
      type: [StepType],
      description: 'Steps taken, oldest first.',
      complexity: { field: 5, multiplier: 1 },
      resolve: (refund, _args, { platform, viewer }) => {
        if (!viewer) throw unauthenticated()
        return readSteps(platform, viewer, refund)
      },
    }),
    ownStep: t.field({
      type: OwnStepEnum,
      nullable: true,
      description: 'What the member of staff who asks may do with it now; null when it is somebody else’s turn.',
      resolve: (refund, _args, { platform, viewer }) => (viewer ? ownStep(platform, viewer, refund) : null),
    }),
  }),
})

const RefundConnection = builder.connectionObject({ type: RefundType, name: 'RefundConnection' })

const CandidateType = builder.objectRef<Candidate>('RefundCandidate').implement({
  personal: shown('READ_REFUND', ({ individualId }) => individualId),
  description: 'A person whose month the employer paid and of which something is left.',
  fields: (t) => ({
    id: t.id({ resolve: ({ individualId }) => individualId }),
    name: t.exposeString('name'),
    idMasked: t.exposeString('idMasked'),
    left: t.field({ type: 'Fen', description: 'All shares together.', resolve: ({ left }) => fen(left) }),
    personalLeft: t.field({ type: 'Fen', resolve: ({ personalLeft }) => fen(personalLeft) }),
  }),
})
const CandidateConnection = builder.connectionObject({ type: CandidateType, name: 'RefundCandidateConnection' })

const SetAsideType = builder.objectRef<SetAside>('SetAsidePayment').implement({
  description: 'Money of a payment that could not be posted and waits to go back.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the payment.' }),
    reason: t.field({
      type: RefundReasonEnum,
      resolve: ({ reason }) => oneOf(ANY_REFUND_REASONS, reason, 'refund reason'),
    }),
    left: t.field({ type: 'Fen', resolve: ({ left }) => fen(left) }),
    bankReference: t.exposeString('bankReference', { nullable: true }),
    valueDate: t.field({ type: 'Date', nullable: true, resolve: ({ valueDate }) => valueDate }),
  }),
})

const MoneyToReturnType = builder.objectRef<MoneyToReturn>('MoneyToReturn').implement({
  description: 'Money that reconciliation decided to return to its payer and for which no refund has begun.',
  fields: (t) => ({
    id: t.id({ description: 'Of the reconciliation item.', resolve: ({ itemId }) => itemId }),
    paymentId: t.id({
      nullable: true,
      description: 'Set when it is a payment set aside: the refund names that instead of the item.',
      resolve: ({ paymentId }) => paymentId,
    }),
    day: t.expose('day', { type: 'Date' }),
    reference: t.exposeString('reference'),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(amount) }),
    payerMasked: t.exposeString('payerMasked', { nullable: true }),
  }),
})

builder.objectFields(EmployerType, (t) => ({
  refunds: t.field({
    authScopes: { may: 'refund:read' },
    description: 'Refunds it asked for, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    type: RefundConnection,
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async ({ id }, args, { platform, viewer }) =>
      keysetPage(await withFiles(platform, 'REFUND', await readRefundsOf(platform, viewer, id, args)), args, refundKey),
  }),
}))

const CountType = builder.objectRef<{ status: string; count: number }>('RefundCount').implement({
  fields: (t) => ({
    state: t.field({ type: RefundStateEnum, resolve: ({ status }) => oneOf(REFUND_STATES, status, 'refund state') }),
    count: t.exposeInt('count'),
  }),
})

builder.queryField('refundOutlook', (t) =>
  t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'refund:list' },
    description: 'Whether a refund that the asker begins can be finished.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, refundTable, 'APPLY', requireStaff(viewer, 'refund:list')),
  }),
)

builder.queryFields((t) => ({
  refund: t.field({
    description: 'One refund. Another employer’s behaves as if it did not exist.',
    type: RefundType,
    authScopes: { may: 'refund:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readRefund(platform, viewer, id)
    },
  }),
  refundQueue: t.field({
    description:
      'Refunds in these states, oldest first; for staff. 50 at a time unless `first` (1-100) says otherwise.',
    type: RefundConnection,
    authScopes: { may: 'refund:list' },
    args: {
      states: t.arg({ type: [RefundStateEnum], required: true }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readRefundQueue(platform, viewer, args), args, refundKey),
  }),
  refundCounts: t.field({
    description: 'How many refunds stand in each state; a state without any is left out.',
    type: [CountType],
    authScopes: { may: 'refund:list' },
    resolve: (_root, _args, { platform }) => countRefunds(platform),
  }),
  refundCandidates: t.field({
    description: 'The employer’s own people whose month was paid, 50 at a time unless `first` (1-100) says otherwise.',
    type: CandidateConnection,
    authScopes: { may: 'refund:choose' },
    args: { period: t.arg({ type: 'Period', required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, { period, ...args }, { platform, viewer }) =>
      keysetPage(await readCandidates(platform, viewer, period, args), args, ({ individualId }) => [individualId]),
  }),
  moneyToReturn: t.field({
    description: 'What reconciliation decided to return and nobody has begun to refund; oldest day first, at most 100.',
    type: [MoneyToReturnType],
    authScopes: { may: 'refund:list' },
    resolve: (_root, _args, { platform }) => listMoneyToReturn(platform),
  }),
  setAsidePayments: t.field({
    description: 'The employer’s own payments that were set aside (another amount, or twice); at most 100.',
    type: [SetAsideType],
    authScopes: { may: 'refund:choose' },
    resolve: (_root, _args, { platform, viewer }) => readSetAside(platform, viewer),
  }),
}))
