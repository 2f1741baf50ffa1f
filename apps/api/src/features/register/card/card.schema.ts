import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { requireMay } from '../../../access/permissions.ts'
import { applyForCard, replaceCard } from './apply-for-card.ts'
import { CardResult, NewCardResult, shapeOf } from './card-type.ts'
import { listCardBanks } from './partner.repository.ts'
import './password-watch.ts'
import { reportCardLoss, withdrawCardLoss } from './report-loss.ts'

builder.queryField('cardBanks', (t) =>
  t.field({
    type: ['String'],
    authScopes: { may: 'card:apply' },
    description: 'Banks that issue cards here, by name.',
    resolve: (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'card:apply')
      return listCardBanks(platform)
    },
  }),
)

const id = { required: true } as const

builder.mutationFields((t) => ({
  applyForCard: t.field({
    type: NewCardResult,
    authScopes: { may: 'card:apply' },
    description:
      'A first card, or one after the last was cancelled. Staff name the person; an insured person is the one.',
    args: {
      individualId: t.arg.id({ description: 'For staff.' }),
      bank: t.arg.string({ required: true, description: 'One of cardBanks.' }),
    },
    resolve: async (_root, { individualId, bank }, { platform, viewer, origin }) =>
      applyForCard(platform, viewer, origin, { individualId: individualId ?? undefined, bank }),
  }),
  replaceCard: t.field({
    type: CardResult,
    authScopes: { may: 'card:replace' },
    description:
      'The old card is void at once; answers with the new one, which has another number and the same social security number.',
    args: {
      id: t.arg.id(id),
      decidedOn: t.arg(decidedOn),
      cause: t.arg({
        type: builder.enumType('CardReplacementCause', { values: ['LOST', 'DAMAGED', 'PARTICULARS_CHANGED'] as const }),
        required: true,
      }),
    },
    resolve: async (_root, { cause: reason, ...decision }, { platform, viewer, origin }) =>
      shapeOf(await replaceCard(platform, viewer, origin, { ...decision, reason })),
  }),
  reportCardLoss: t.field({
    type: CardResult,
    authScopes: { may: 'card:report-loss' },
    description: 'Blocks the card at once, for some days; reported again before they are over, they run anew.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shapeOf(await reportCardLoss(platform, viewer, origin, decision)),
  }),
  withdrawCardLoss: t.field({
    type: CardResult,
    authScopes: { may: 'card:withdraw-loss' },
    description: 'Found again before a loss reported by phone or web ended by itself.',
    args: { id: t.arg.id(id), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shapeOf(await withdrawCardLoss(platform, viewer, origin, decision)),
  }),
}))
