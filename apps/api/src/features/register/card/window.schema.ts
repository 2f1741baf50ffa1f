import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { CardDocumentEnum, CardResult, CardType, NewCardResult, shapeOf } from './card-type.ts'
import { cancelGroundNames } from './card-documents.ts'
import { findCards } from './find-cards.ts'
import type { FoundCards } from './find-cards.ts'
import { giveTemporaryCard, prolongTemporaryCard } from './temporary-card.ts'
import {
  activateAtWindow,
  cancelCard,
  confirmCardLoss,
  freezeCard,
  issueCard,
  makeCard,
  releaseCardLoss,
  unfreezeCard,
} from './window-deeds.ts'

const FoundCardsType = builder.objectRef<FoundCards>('CardHolder').implement({
  personal: noted('CARD_LOOKED_UP'),
  description: 'A person and their cards, masked, for the window.',
  fields: (t) => ({
    id: t.exposeID('id'),
    idMasked: t.exposeString('idMasked'),
    nameMasked: t.exposeString('nameMasked'),
    cards: t.field({
      type: [CardType],
      description: 'Newest first; at most 20.',
      complexity: { multiplier: 2 },
      resolve: ({ cards }) => [...cards],
    }),
  }),
})

builder.queryFields((t) => ({
  cardHolder: t.field({
    type: FoundCardsType,
    nullable: true,
    authScopes: { may: 'card:find' },
    description:
      'By the whole number of an identity document or card. Every look, also one in vain, goes into the audit trail.',
    args: { number: t.arg.string(), cardId: t.arg.id({ description: 'Instead: a card that waits.' }) },
    resolve: async (_root, question, { platform, viewer, origin }) =>
      (await findCards(platform, viewer, origin, question)) ?? null,
  }),
}))

const AtWindowInput = builder.inputType('CardAtWindowInput', {
  description: 'A card and what was shown for it at the window.',
  fields: (t) => ({
    id: t.id({ required: true }),
    decidedOn: t.field(decidedOn),
    documents: t.field({ type: [CardDocumentEnum], required: true, description: 'Seen.' }),
    byProxy: t.boolean({ required: true, description: 'Somebody came for the holder.' }),
  }),
})
const shown = { type: AtWindowInput, required: true } as const
const id = { required: true } as const
const reason = { required: true, description: '4 to 500 characters.' } as const

builder.mutationFields((t) => ({
  makeCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:make' },
    description: 'The maker delivered it: its holder is told to collect it.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shapeOf(await makeCard(platform, viewer, origin, decision)),
  }),
  issueCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:issue' },
    description: 'Handed over to its holder, or to a proxy with both IDs.',
    args: { input: t.arg(shown) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shapeOf(await issueCard(platform, viewer, origin, input)),
  }),
  activateCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:activate' },
    description: 'Activates the social security application: valid ID and card.',
    args: { input: t.arg(shown) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shapeOf(await activateAtWindow(platform, viewer, origin, input)),
  }),
  confirmCardLoss: t.field({
    type: CardResult,
    authScopes: { may: 'card:confirm-loss' },
    description: 'A loss in writing, which does not end by itself: valid ID.',
    args: { input: t.arg(shown) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shapeOf(await confirmCardLoss(platform, viewer, origin, input)),
  }),
  releaseCardLoss: t.field({
    type: CardResult,
    authScopes: { may: 'card:release' },
    description: 'Found again: the holder in person, with ID and card.',
    args: { input: t.arg(shown) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shapeOf(await releaseCardLoss(platform, viewer, origin, input)),
  }),
  freezeCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:freeze' },
    description: 'Blocks the card until somebody who decides lets it go; its holder is told.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn), reason: t.arg.string(reason) },
    resolve: async (_root, input, { platform, viewer, origin }) =>
      shapeOf(await freezeCard(platform, viewer, origin, input)),
  }),
  unfreezeCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:unfreeze' },
    description: 'The card is what it was before it was frozen.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn), reason: t.arg.string(reason) },
    resolve: async (_root, input, { platform, viewer, origin }) =>
      shapeOf(await unfreezeCard(platform, viewer, origin, input)),
  }),
  cancelCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:cancel' },
    description: 'For good, on the holder’s death or emigration, with the paper that proves it.',
    args: {
      input: t.arg(shown),
      ground: t.arg({ type: builder.enumType('CardCancelGround', { values: cancelGroundNames }), required: true }),
    },
    resolve: async (_root, { input, ground }, { platform, viewer, origin }) =>
      shapeOf(await cancelCard(platform, viewer, origin, { ...input, ground })),
  }),
  giveTemporaryCard: t.field({
    type: NewCardResult,
    authScopes: { may: 'card:give-temporary' },
    description:
      'For the time until a card that was applied for is issued: for the days of the office’s figure, without a bank application.',
    args: { individualId: t.arg.id(id) },
    resolve: (_root, { individualId }, { platform, viewer, origin }) =>
      giveTemporaryCard(platform, viewer, origin, { individualId }),
  }),
  prolongTemporaryCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:prolong-temporary' },
    description: 'Sixty days more, six months in all at most.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shapeOf(await prolongTemporaryCard(platform, viewer, origin, decision)),
  }),
}))
