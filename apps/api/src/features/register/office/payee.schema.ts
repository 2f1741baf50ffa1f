import { pageComplexity } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { proposalSteps } from '../../../graphql/proposal-steps.ts'
import { payeeParts, payeeRefusals, requestPayeeChange, stepPayeeChange } from './change-payee.ts'
import type { PayeeRefused } from './change-payee.ts'
import type { Payee } from './payee.ts'
import { payeeChangeCase } from './payee-change-case.ts'
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

const PayeeChangeType = builder.objectRef<PayeeChangeRow>('PayeeChange').implement({
  description: 'Another account for the fund’s money: asked for by one on a document, confirmed by another.',
  fields: (t) => ({
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
const { ProposalResult } = proposalSteps({
  name: 'PayeeChange',
  type: PayeeChangeType,
  lifecycle: payeeChangeCase,
  opening: 'REQUEST',
  read: 'payee:read',
  outlook: 'Whether a change that the asker asks for can be decided.',
  answer: 'PayeeChangeRequestResult',
  refused: RefusedType,
  steps: [
    ['CONFIRM', 'From today on it is the office’s account.'],
    ['REFUSE', 'The account stays; whoever asked reads why.'],
    ['WITHDRAW', 'It is not asked for any more.'],
  ],
  take: stepPayeeChange,
})

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
}))

builder.mutationFields((t) => ({
  requestPayeeChange: t.field({
    type: ProposalResult,
    authScopes: { may: 'payee:change' },
    description: 'Asks for another account. Money goes on going to the old one until somebody else confirms.',
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => requestPayeeChange(platform, viewer, origin, input),
  }),
}))
