import { oneOf } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { partnerKinds } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import { OneTimeLinkType } from '../one-time-code/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'
import { listOperators, operatorStates, PartnerKindType } from '../session/index.ts'
import type { OperatorRow } from '../session/index.ts'
import { listPartners } from './partner.repository.ts'
import type { PartnerRow } from './partner.repository.ts'
import {
  createOperator,
  createPartner,
  endOperator,
  endPartner,
  issueOperatorLink,
  PartnerRefusal,
  partnerRefusals,
} from './partners.ts'

const OperatorType = builder.objectRef<OperatorRow>('PartnerOperator').implement({
  description: 'Who sits at a partner’s desk and signs in there.',
  fields: (t) => ({
    id: t.exposeID('id'),
    operatorNo: t.exposeString('operatorNo', { description: 'What is typed at sign-in.' }),
    displayName: t.exposeString('displayName'),
    state: t.expose('state', {
      type: builder.enumType('OperatorState', {
        description: 'WAITING: no password yet. LOCKED: too many wrong passwords, for half an hour. ENDED: closed.',
        values: operatorStates,
      }),
    }),
    lastSignInAt: t.expose('lastSignInAt', { type: 'DateTime', nullable: true }),
  }),
})

interface PartnerShape extends PartnerRow {
  operators: readonly OperatorRow[]
}
const PartnerType = builder.objectRef<PartnerShape>('Partner').implement({
  description: 'A bank or hospital whose desks work at cards.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: PartnerKindType, resolve: ({ kind }) => oneOf(partnerKinds, kind, 'kind') }),
    number: t.exposeString('number'),
    name: t.exposeString('name'),
    linked: t.exposeBoolean('linked', {
      description: 'Of a bank: activating its application activates the social security application as well.',
    }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: 'Last day, once the desk was closed.' }),
    operators: t.field({ type: [OperatorType], resolve: ({ operators }) => [...operators] }),
  }),
})

const RefusedType = builder.objectRef<PartnerRefusal>('PartnerRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('PartnerRefusal', {
        description:
          'TAKEN: another partner has the number or name. NUMBER_TAKEN: another operator has it. ENDED: it is closed.',
        values: partnerRefusals,
      }),
    }),
  }),
})
const PartnerResult = builder.unionType('PartnerResult', {
  types: [PartnerType, RefusedType],
  resolveType: (outcome) => (outcome instanceof PartnerRefusal ? RefusedType : PartnerType),
})

const OperatorChanged = builder
  .objectRef<{ operator: OperatorRow; link: GivenLink | undefined }>('OperatorChanged')
  .implement({
    fields: (t) => ({
      operator: t.field({ type: OperatorType, resolve: ({ operator }) => operator }),
      link: t.field({ type: OneTimeLinkType, nullable: true, resolve: ({ link }) => link ?? null }),
    }),
  })
const OperatorResult = builder.unionType('OperatorResult', {
  types: [OperatorChanged, RefusedType],
  resolveType: (outcome) => (outcome instanceof PartnerRefusal ? RefusedType : OperatorChanged),
})

const shaped = (outcome: PartnerRow | PartnerRefusal): PartnerShape | PartnerRefusal =>
  outcome instanceof PartnerRefusal ? outcome : { ...outcome, operators: [] }

builder.queryField('partners', (t) =>
  t.field({
    type: [PartnerType],
    authScopes: { may: 'partner:read' },
    description: 'Banks and hospitals with desks, open ones first; at most 200.',
    resolve: async (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'partner:read')
      const partners = await listPartners(platform)
      const operators = await listOperators(
        platform,
        partners.map(({ id }) => id),
      )
      return partners.map((row) => ({ ...row, operators: operators.filter(({ partnerId }) => partnerId === row.id) }))
    },
  }),
)

const reason = { required: true, description: '4 to 500 characters.' } as const

builder.mutationFields((t) => ({
  createPartner: t.field({
    type: PartnerResult,
    authScopes: { may: 'partner:create' },
    description: 'Opens the desks of a bank or hospital.',
    args: {
      kind: t.arg({ type: PartnerKindType, required: true }),
      number: t.arg.string({ required: true, description: '2 to 20 letters and digits.' }),
      name: t.arg.string({ required: true, description: '2 to 60 characters; a bank’s stands on its cards.' }),
      linked: t.arg.boolean({ required: true }),
    },
    resolve: async (_root, input, { platform, viewer, origin }) =>
      shaped(await createPartner(platform, origin, viewer, input)),
  }),
  endPartner: t.field({
    type: PartnerResult,
    authScopes: { may: 'partner:end' },
    description: 'Closes its desks: operators, their sessions and links end at once.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string(reason) },
    resolve: async (_root, input, { platform, viewer, origin }) =>
      shaped(await endPartner(platform, origin, viewer, input)),
  }),
  createOperator: t.field({
    type: OperatorResult,
    authScopes: { may: 'operator:create' },
    description:
      'An account without a password at a partner’s desk, and the one-time link by which its person sets one.',
    args: {
      partnerId: t.arg.id({ required: true }),
      operatorNo: t.arg.string({ required: true, description: '2 to 20 letters and digits.' }),
      displayName: t.arg.string({ required: true }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => createOperator(platform, origin, viewer, input),
  }),
  issueOperatorLink: t.field({
    type: OperatorResult,
    authScopes: { may: 'operator:issue-link' },
    description: 'A new one-time link; what was made before opens nothing any more.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => issueOperatorLink(platform, origin, viewer, id),
  }),
  endOperator: t.field({
    type: OperatorResult,
    authScopes: { may: 'operator:end' },
    description: 'Closes one operator’s account: sessions, links and password end at once; what they did stays.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string(reason) },
    resolve: (_root, input, { platform, viewer, origin }) => endOperator(platform, origin, viewer, input),
  }),
}))
