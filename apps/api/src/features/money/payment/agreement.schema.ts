import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { EmployerType } from '../../register/employer/index.ts'
import {
  agreementCase,
  agreementEnders,
  agreementRefusals,
  agreementStatuses,
  endAgreement,
  findLiveAgreement,
  listAgreements,
  refreshAgreement,
  signAgreement,
} from '../agreement/index.ts'
import type { AgreementRow, SignAgreementOutcome } from '../agreement/index.ts'
import { BankLanguage } from './payment-operations.schema.ts'

const AgreementStatusEnum = builder.enumType('DebitAgreementStatus', {
  description:
    'PENDING: waits for the signature at the bank, seven days at most [PD]. ACTIVE: notices are debited on the day they fall due. REFUSED: never signed. ENDED: nothing is drawn any more.',
  values: agreementStatuses,
})
const AgreementEnderEnum = builder.enumType('DebitAgreementEnder', { values: agreementEnders })

const AgreementType = builder.objectRef<AgreementRow>('DebitAgreement').implement({
  description: 'The employer’s agreement that its bank pays notices that fall due (三方协议 / 委托扣款).',
  fields: (t) => ({
    id: t.exposeID('id'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, agreementCase, row),
    }),
    agreementNo: t.exposeString('agreementNo', { description: 'Ours; the bank knows the agreement by it.' }),
    status: t.field({
      type: AgreementStatusEnum,
      resolve: ({ status }) => oneOf(agreementStatuses, status, 'agreement status'),
    }),
    accountMasked: t.exposeString('accountMasked', {
      nullable: true,
      description: 'The account it draws on, all but the last four digits masked; null until signed.',
    }),
    requestedAt: t.field({ type: 'DateTime', resolve: ({ createdAt }) => createdAt }),
    signedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ signedAt }) => signedAt }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
    endedBy: t.field({
      type: AgreementEnderEnum,
      nullable: true,
      resolve: (agreement) =>
        agreement.endedBy === null ? null : oneOf(agreementEnders, agreement.endedBy, 'who ended an agreement'),
    }),
    endReason: t.exposeString('endReason', {
      nullable: true,
      description:
        'When the bank ended it: REFUSED_AT_BANK, NOT_SIGNED, ENDED_AT_BANK, or AGREEMENT_INVALID when a debit showed it.',
    }),
  }),
})
const AgreementConnection = builder.connectionObject({ type: AgreementType, name: 'DebitAgreementConnection' })

builder.objectFields(EmployerType, (t) => ({
  debitAgreement: t.field({
    authScopes: { may: 'agreement:read' },
    description: 'The one in force or waiting for its signature. For the employer itself and for staff.',
    type: AgreementType,
    nullable: true,
    resolve: ({ id }, _args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      if (!may(viewer, 'agreement:read', { employerId: id })) throw notFound('employer')
      return findLiveAgreement(platform, id)
    },
  }),
  debitAgreements: t.field({
    authScopes: { may: 'agreement:read' },
    description: 'All of them, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    type: AgreementConnection,
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async ({ id }, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      if (!may(viewer, 'agreement:read', { employerId: id })) throw notFound('employer')
      const [after] = decodeCursor(args, 1) ?? []
      const before = typeof after === 'string' && isUuid(after) ? after : undefined
      const rows = await listAgreements(platform, id, { before, limit: pageSize(args) + 1 })
      return keysetPage(rows, args, (row) => [row.id])
    },
  }),
}))

const AgreementRefusalEnum = builder.enumType('DebitAgreementRefusalReason', {
  description: 'BANK_UNAVAILABLE: press again later, the wish is kept.',
  values: agreementRefusals,
})
type Started = Extract<SignAgreementOutcome, { kind: 'STARTED' }>
type Refused = Extract<SignAgreementOutcome, { kind: 'REFUSED' }>
const AgreementStarted = builder.objectRef<Started>('DebitAgreementStarted').implement({
  fields: (t) => ({
    agreement: t.field({ type: AgreementType, resolve: ({ agreement }) => agreement }),
    redirectUrl: t.exposeString('redirectUrl', {
      description: 'The bank’s page where the agreement is signed; lead the browser there.',
    }),
  }),
})
const AgreementRefused = builder.objectRef<Refused>('DebitAgreementRefused').implement({
  fields: (t) => ({ reason: t.field({ type: AgreementRefusalEnum, resolve: ({ reason }) => reason }) }),
})
const SignAgreementResult = builder.unionType('SignDebitAgreementResult', {
  types: [AgreementStarted, AgreementRefused],
  resolveType: (outcome) => (outcome.kind === 'STARTED' ? AgreementStarted : AgreementRefused),
})

const EndAgreementResult = builder.unionType('EndDebitAgreementResult', {
  types: [AgreementType, StaleDecisionType],
  resolveType: (outcome) => (outcome instanceof StaleDecision ? StaleDecisionType : AgreementType),
})

builder.mutationFields((t) => ({
  signDebitAgreement: t.field({
    description:
      'Leads the employer’s clerk to the bank to sign. One agreement is live at a time: asking again leads to the same page.',
    type: SignAgreementResult,
    authScopes: { may: 'agreement:sign' },
    args: { language: t.arg({ type: BankLanguage, required: true }) },
    resolve: async (_root, { language }, { platform, viewer }) =>
      signAgreement(platform, requireMay(viewer, 'agreement:sign'), language),
  }),
  refreshDebitAgreement: t.field({
    description:
      'Asks the bank about the employer’s live agreement, for a clerk who came back from its page. Null when there is none.',
    type: AgreementType,
    nullable: true,
    authScopes: { may: 'agreement:refresh' },
    resolve: async (_root, _args, { platform, viewer }) =>
      refreshAgreement(platform, requireMay(viewer, 'agreement:refresh').employerId),
  }),
  endDebitAgreement: t.field({
    description:
      'Ends the employer’s own agreement, or takes back the wish for one. Nothing more is drawn; a debit the bank has taken in runs its course.',
    type: EndAgreementResult,
    authScopes: { may: 'agreement:end' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer }) =>
      orStale(endAgreement(platform, requireMay(viewer, 'agreement:end'), decision)),
  }),
}))
