import { backPaymentRoutes, backPaymentStates, evidenceKinds } from './back-payment-codes.ts'
import { fen, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf } from '../../../case/case-mark.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { AttachmentType, filesOf, withFiles } from '../../register/attachment/index.ts'
import type { WithFiles } from '../../register/attachment/index.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { listIssuedNotices, listSpans } from './back-payment.repository.ts'
import type { BackPaymentRow, IssuedNotice, SpanRow } from './back-payment.repository.ts'
import {
  backPaymentKey,
  ownStep,
  readBackPayment,
  readBackPaymentsOf,
  readQueue,
  readSteps,
} from './read-back-payments.ts'
import type { BackPaymentStep } from './read-back-payments.ts'
import { backPaymentCase } from './back-payment-case.ts'

const StateEnum = builder.enumType('BackPaymentState', {
  description: 'ISSUED: its notices are billed. STAFF_REVIEW goes APPLIED → CHECKED → ISSUED, or REJECTED from either.',
  values: backPaymentStates,
})
export const BackPaymentEvidenceEnum = builder.enumType('BackPaymentEvidence', {
  description:
    'LEGAL_DOCUMENT: of a court, arbitration, audit or inspection; needed for months more than three years back.',
  values: evidenceKinds,
})
export const BackPaymentRouteEnum = builder.enumType('BackPaymentRoute', {
  description:
    'ONLINE: at most three months back and 20 people, billed at once [PD]. STAFF_REVIEW: two people of the office.',
  values: backPaymentRoutes,
})
const OwnStepEnum = builder.enumType('BackPaymentStepToTake', { values: ['CHECK', 'APPROVE'] as const })

const StepType = builder.objectRef<BackPaymentStep>('BackPaymentStep').implement({
  fields: (t) => ({
    state: t.field({ type: StateEnum, resolve: ({ state }) => oneOf(backPaymentStates, state, 'back payment state') }),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.exposeString('by', { description: 'Who took it; empty for the employer.' }),
  }),
})

const SpanType = builder.objectRef<SpanRow>('BackPaymentSpan').implement({
  personal: shown('READ_BACK_PAYMENT', ({ individualId }) => individualId),
  description: 'Consecutive months of one person at one wage.',
  fields: (t) => ({
    person: t.string({
      description: 'In clear for the employer, masked for staff.',
      resolve: ({ personal, nameMasked }, _args, { platform, viewer }) =>
        viewer?.kind === 'EMPLOYER' ? platform.vault.open<{ name: string }>(personal).name : nameMasked,
    }),
    idMasked: t.exposeString('idMasked'),
    first: t.field({ type: 'Period', resolve: ({ first }) => first }),
    last: t.field({ type: 'Period', resolve: ({ last }) => last }),
    months: t.exposeInt('months'),
    wage: t.field({ type: 'Fen', description: 'A month.', resolve: ({ wage }) => fen(Number(wage)) }),
  }),
})

const NoticeType = builder.objectRef<IssuedNotice>('BackPaymentNotice').implement({
  description: 'A notice it was billed with; `paymentNotice` opens it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    paid: t.boolean({ resolve: ({ status }) => status === 'POSTED' || status === 'RECONCILED' }),
  }),
})

export const BackPaymentType = builder.objectRef<WithFiles<BackPaymentRow>>('BackPayment').implement({
  description: 'A request to pay past months that were never billed (补缴, 3.5). Seen by its employer and by staff.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    procedure: t.field({ ...procedure, resolve: procedureOf(backPaymentCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, backPaymentCase, row),
    }),
    employerName: t.exposeString('employerName'),
    reason: t.exposeString('reason'),
    evidence: t.field({
      type: [BackPaymentEvidenceEnum],
      resolve: ({ evidence }) => evidence.map((kind) => oneOf(evidenceKinds, kind, 'evidence')),
    }),
    evidenceNote: t.exposeString('evidenceNote', { description: 'Where the evidence is found.' }),
    documentNo: t.exposeString('documentNo', { nullable: true, description: 'Of the legal document.' }),
    files: t.field({
      type: [AttachmentType],
      complexity: { field: 5, multiplier: 1 },
      description: 'The evidence itself, as far as it was handed in.',
      resolve: (row, _args, { platform }) => filesOf(platform, 'BACK_PAYMENT', row),
    }),
    route: t.field({ type: BackPaymentRouteEnum, resolve: ({ route }) => oneOf(backPaymentRoutes, route, 'route') }),
    state: t.field({
      type: StateEnum,
      resolve: ({ status }) => oneOf(backPaymentStates, status, 'back payment state'),
    }),
    people: t.exposeInt('people'),
    premium: t.field({ type: 'Fen', resolve: ({ premium }) => fen(Number(premium)) }),
    lateFee: t.field({
      type: 'Fen',
      description: 'To the day it was planned last; the notices compute theirs for the day of payment.',
      resolve: ({ lateFee }) => fen(Number(lateFee)),
    }),
    finding: t.exposeString('finding', { nullable: true, description: 'What the first member of staff found.' }),
    rejectionReason: t.exposeString('rejectionReason', { nullable: true }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime' }),
    spans: t.field({
      type: [SpanType],
      description: 'Whom it is about, at most 1,000.',
      complexity: { field: 20, multiplier: 1 },
      resolve: ({ id }, _args, { platform }) => listSpans(platform, id),
    }),
    notices: t.field({
      type: [NoticeType],
      description: 'One for each month, once it is ISSUED.',
      complexity: { field: 5, multiplier: 1 },
      resolve: ({ id, status }, _args, { platform }) => (status === 'ISSUED' ? listIssuedNotices(platform, id) : []),
    }),
    steps: t.field({
      type: [StepType],
      complexity: { field: 5, multiplier: 1 },
      resolve: (row, _args, { platform, viewer }) => {
        if (!viewer) throw unauthenticated()
        return readSteps(platform, viewer, row)
      },
    }),
    ownStep: t.field({
      type: OwnStepEnum,
      nullable: true,
      description: 'What the member of staff who asks may do with it now.',
      resolve: (row, _args, { viewer }) => (viewer ? ownStep(viewer, row) : null),
    }),
  }),
})

const Connection = builder.connectionObject({ type: BackPaymentType, name: 'BackPaymentConnection' })

builder.objectFields(EmployerType, (t) => ({
  backPayments: t.field({
    authScopes: { may: 'back-payment:read' },
    description: 'Back payments it asked for, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    type: Connection,
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async ({ id }, args, { platform, viewer }) =>
      keysetPage(
        await withFiles(platform, 'BACK_PAYMENT', await readBackPaymentsOf(platform, viewer, id, args)),
        args,
        backPaymentKey,
      ),
  }),
}))

builder.queryFields((t) => ({
  backPayment: t.field({
    description: 'One request. Another employer’s behaves as if it did not exist.',
    type: BackPaymentType,
    authScopes: { may: 'back-payment:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readBackPayment(platform, viewer, id)
    },
  }),
  backPaymentQueue: t.field({
    description:
      'Requests in these states, oldest first; for staff. 50 at a time unless `first` (1-100) says otherwise.',
    type: Connection,
    authScopes: { may: 'back-payment:list' },
    args: { states: t.arg({ type: [StateEnum], required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readQueue(platform, viewer, args), args, backPaymentKey),
  }),
}))
