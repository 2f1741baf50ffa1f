import { oneOf } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { partnerKinds } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { activateAtBank, DeskRefusal, settleWithCard } from './activate-at-partner.ts'
import type { ActivatedAtDesk } from './activate-at-partner.ts'
import { CardDocumentEnum, CardRefusedType } from './card-type.ts'
import type { Refused } from './card-type.ts'
import { findDesk } from './partner.repository.ts'
import type { DeskOfPartner } from './partner.repository.ts'

const DeskType = builder.objectRef<DeskOfPartner>('PartnerDesk').implement({
  description: 'The desk that an operator of a bank or hospital sits at.',
  fields: (t) => ({
    id: t.exposeID('id'),
    activatesCards: t.boolean({
      description: 'A bank’s or hospital’s; the other bodies have the cases of SIL 63 that came to them.',
      resolve: ({ kind }) => ['BANK', 'HOSPITAL'].includes(kind),
    }),
    bank: t.boolean({
      description: 'A bank’s; a hospital’s otherwise.',
      resolve: ({ kind }) => oneOf(partnerKinds, kind, 'kind') === 'BANK',
    }),
    name: t.exposeString('name'),
    linked: t.exposeBoolean('linked', { description: 'What the bank activates activates the other application too.' }),
  }),
})

builder.queryField('partnerDesk', (t) =>
  t.field({
    type: DeskType,
    authScopes: { may: 'partner-desk:read' },
    description: 'Of whoever asks; nothing else of the office is an operator’s to read.',
    resolve: async (_root, _args, { platform, viewer }) => {
      const desk = await findDesk(platform, requireMay(viewer, 'partner-desk:read').partnerId)
      if (!desk) throw notFound('partner')
      return desk
    },
  }),
)

const ActivatedType = builder.objectRef<ActivatedAtDesk>('CardActivated').implement({
  personal: noted('CARD_ACTIVATED'),
  description: 'What was activated. The holder is told, and asked for a new password.',
  fields: (t) => ({
    numberMasked: t.string({ resolve: ({ card }) => card.numberMasked }),
    social: t.exposeBoolean('social', { description: 'The social security application, just now.' }),
    bank: t.exposeBoolean('bank', { description: 'The bank application, just now.' }),
  }),
})
const DeskResult = builder.unionType('DeskResult', {
  types: [ActivatedType, CardRefusedType],
  resolveType: (outcome) => ('reason' in outcome ? CardRefusedType : ActivatedType),
})
const shaped = (outcome: ActivatedAtDesk | DeskRefusal): ActivatedAtDesk | Refused =>
  outcome instanceof DeskRefusal ? { reason: outcome.reason } : outcome

const BankActivationInput = builder.inputType('BankActivationInput', {
  fields: (t) => ({
    cardNumber: t.string({ required: true }),
    idNumber: t.string({ required: true, description: 'Of the holder, from the ID that is shown.' }),
    documents: t.field({ type: [CardDocumentEnum], required: true, description: 'Seen.' }),
    byProxy: t.boolean({ required: true, description: 'Somebody came for the holder: both IDs are seen.' }),
  }),
})
const SettlementInput = builder.inputType('CardSettlementInput', {
  fields: (t) => ({
    cardNumber: t.string({ required: true }),
    billNo: t.string({ required: true, description: 'Of the hospital, 1 to 40 characters; settled once.' }),
    amount: t.field({ type: 'Fen', required: true, description: 'Paid with the card.' }),
  }),
})

builder.mutationFields((t) => ({
  activateCardAtBank: t.field({
    type: DeskResult,
    authScopes: { may: 'card:activate-at-bank' },
    description: 'The issuing bank’s own card: its bank application, and the other one where the two are linked.',
    args: { input: t.arg({ type: BankActivationInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await activateAtBank(platform, viewer, origin, input)),
  }),
  settleWithCard: t.field({
    type: DeskResult,
    authScopes: { may: 'card:activate-by-settlement' },
    description: 'A bill settled with a card that was not active: that activates it.',
    args: { input: t.arg({ type: SettlementInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await settleWithCard(platform, viewer, origin, input)),
  }),
}))
