import { pageComplexity } from '../../../access/keyset.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { payeeParts, payeeRefusals, requestPayeeChange, stepPayeeChange } from './change-payee.ts'
import type { PayeeOutcome, PayeeRefused } from './change-payee.ts'
import type { Payee } from './payee.ts'
import { payeeChangeCase } from './payee-change-case.ts'
import { payeeChangeTable } from './payee-change.lifecycle.ts'
import type { PayeeChangeRow } from './payee-change.repository.ts'
import { mostPayees, readPayeeChange, readPayeeChanges, readPayees } from './read-payee.ts'
import type { HeldPayee } from './read-payee.ts'

export const PayeeType = builder.objectRef<Payee>('PayeeAccount').implement({
  description: 'The fund’s income account, where every payment goes.',
  fields: (t) => ({
    name: t.exposeString('name'),
    number: t.exposeString('number'),
    bank: t.exposeString('bank'),
  }),
})
const HeldPayeeType = builder.objectRef<HeldPayee>('HeldPayeeAccount').implement({
  description: 'An account from a day on, until the next one.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fromDay: t.expose('fromDay', { type: 'Date', nullable: true, description: 'Null: from the beginning.' }),
    account: t.field({ type: PayeeType, resolve: (held) => held }),
  }),
})
const PayeesType = builder.objectRef<{ current: Payee; held: HeldPayee[] }>('PayeeAccounts').implement({
  fields: (t) => ({
    current: t.expose('current', { type: PayeeType, description: 'What notices name today.' }),
    held: t.expose('held', { type: [HeldPayeeType], description: `Newest first; at most ${mostPayees}.` }),
  }),
})

const StateEnum = builder.enumType('PayeeChangeState', { values: payeeChangeTable.states })
const PayeeChangeType = builder.objectRef<PayeeChangeRow>('PayeeChange').implement({
  description: 'Another account for the fund’s money: asked for by one on a document, confirmed by another.',
  fields: (t) => ({
    id: t.exposeID('id'),
    procedure: t.field({ ...procedure, resolve: procedureOf(payeeChangeCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, payeeChangeCase, row),
    }),
    state: t.field({ type: StateEnum, resolve: (row) => payeeChangeCase.state(row) }),
    account: t.field({ type: PayeeType, description: 'That is to be.', resolve: (row) => row }),
    held: t.field({
      type: PayeeType,
      nullable: true,
      description: 'As it was when this was asked for.',
      resolve: ({ heldNumber: number, heldName: name, heldBank: bank }) =>
        number !== null && name !== null && bank !== null ? { number, name, bank } : null,
    }),
    documentNo: t.exposeString('documentNo'),
    reason: t.exposeString('reason'),
    requesterName: t.exposeString('requesterName'),
    mine: t.boolean({
      description: 'True for who asked: somebody else has to decide.',
      resolve: ({ requestedBy }, _args, { viewer }) => requestedBy === viewer?.accountId,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    deciderName: t.exposeString('deciderName', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why it was refused.' }),
  }),
})
const PayeeChangeConnection = builder.connectionObject({ type: PayeeChangeType, name: 'PayeeChangeConnection' })

const RefusedType = builder.objectRef<PayeeRefused>('PayeeChangeRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('PayeeChangeRefusal', {
        description:
          'VALUES: see `wrong`. UNCHANGED: it is the account already. ALREADY_REQUESTED: one waits for a decision. CHANGED_MEANWHILE: the account is no longer the one that would be replaced. SAME_PERSON: asked for it.',
        values: payeeRefusals,
      }),
    }),
    wrong: t.field({
      type: [builder.enumType('PayeeAccountPart', { values: payeeParts })],
      description: 'VALUES: the parts that are not what such a part is.',
      resolve: ({ wrong }) => [...wrong],
    }),
  }),
})
const isRefused = (outcome: PayeeChangeRow | PayeeRefused | StaleDecision): outcome is PayeeRefused =>
  'wrong' in outcome
const RequestResult = builder.unionType('PayeeChangeRequestResult', {
  types: [PayeeChangeType, RefusedType],
  resolveType: (outcome) => (isRefused(outcome) ? RefusedType : PayeeChangeType),
})
const StepResult = builder.unionType('PayeeChangeResult', {
  types: [PayeeChangeType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : isRefused(outcome) ? RefusedType : PayeeChangeType,
})
const unwrap = (outcome: PayeeOutcome): PayeeChangeRow | PayeeRefused =>
  outcome.kind === 'DONE' ? outcome.change : outcome

const RequestInput = builder.inputType('PayeeChangeInput', {
  fields: (t) => ({
    number: t.string({ required: true }),
    name: t.string({ required: true }),
    bank: t.string({ required: true }),
    documentNo: t.string({ required: true, description: 'Of the decision behind it, 2 to 100 characters.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
  }),
})

builder.queryFields((t) => ({
  payeeAccounts: t.field({
    type: PayeesType,
    authScopes: { may: 'payee:read' },
    description: 'The office’s account, and those it had.',
    resolve: (_root, _args, { platform, viewer }) => readPayees(platform, viewer),
  }),
  payeeChange: t.field({
    type: PayeeChangeType,
    authScopes: { may: 'payee:read' },
    description: 'One change of it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readPayeeChange(platform, viewer, id),
  }),
  payeeChanges: t.field({
    type: PayeeChangeConnection,
    authScopes: { may: 'payee:read' },
    description: 'Changes of it that were asked for, newest first.',
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: (_root, args, { platform, viewer }) => readPayeeChanges(platform, viewer, args),
  }),
  payeeChangeOutlook: t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'payee:read' },
    description: 'Whether a change that the asker asks for can be decided.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, payeeChangeTable, 'REQUEST', requireStaff(viewer, 'payee:read')),
  }),
}))

builder.mutationFields((t) => ({
  requestPayeeChange: t.field({
    type: RequestResult,
    authScopes: { may: 'payee:change' },
    description: 'Asks for another account. Money goes on going to the old one until somebody else confirms.',
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      unwrap(await requestPayeeChange(platform, viewer, origin, input)),
  }),
  refusePayeeChange: t.field({
    type: StepResult,
    authScopes: { may: 'payee:refuse' },
    description: 'The account stays; whoever asked reads why.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      orStale(stepPayeeChange(platform, viewer, origin, 'REFUSE', decision).then(unwrap)),
  }),
}))

for (const [name, event, permission, description] of [
  ['confirmPayeeChange', 'CONFIRM', 'payee:confirm', 'From today on it is the office’s account.'],
  ['withdrawPayeeChange', 'WITHDRAW', 'payee:withdraw', 'It is not asked for any more.'],
] as const)
  builder.mutationField(name, (t) =>
    t.field({
      type: StepResult,
      authScopes: { may: permission },
      description,
      args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        orStale(stepPayeeChange(platform, viewer, origin, event, decision).then(unwrap)),
    }),
  )
