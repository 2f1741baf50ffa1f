import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { cardPasswordTable } from './card-password.lifecycle.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import type { Context } from '../../../graphql/context.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { cardPasswordCase } from './card-password-case.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import { listOpenResets, listPrintableResets } from './card-password.repository.ts'
import { codeDeliveries } from './session-codes.ts'
import { confirmCardPasswordReset } from './confirm-card-password-reset.ts'
import { requestCardPasswordReset } from './request-card-password-reset.ts'

interface ShownReset extends CardPasswordReset {
  mine: boolean
}

const Delivery = builder.enumType('CodeDelivery', {
  description: 'How a person gets the letter with the one-time code: handed out at the window, or by post.',
  values: codeDeliveries,
})

const ResetType = builder.objectRef<ShownReset>('CardPasswordReset').implement({
  personal: shown('READ_CARD_PASSWORD', ({ individualId }) => individualId),
  description:
    'A first sign-in, or a reset of a password, that one member of staff asked for after seeing the person’s ID. Masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    procedure: t.field({ ...procedure, resolve: procedureOf(cardPasswordCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, cardPasswordCase, row),
    }),
    idMasked: t.exposeString('idMasked'),
    nameMasked: t.exposeString('nameMasked'),
    reason: t.exposeString('reason'),
    requesterName: t.exposeString('requesterName'),
    mine: t.exposeBoolean('mine', { description: 'True for who asked: somebody else has to confirm.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Until when it can be confirmed; of a confirmed one, until when its letter can be made.',
    }),
    delivery: t.expose('delivery', { type: Delivery }),
    printedAt: t.expose('printedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its letter was last made; null before.',
    }),
  }),
})

const ResetRefusal = builder.enumType('CardPasswordRefusal', {
  values: ['NO_SUCH_PERSON', 'SAME_PERSON', 'NO_LONGER_OPEN'] as const,
})

interface RefusedShape {
  outcome: 'REFUSED'
  reason: 'NO_SUCH_PERSON' | 'SAME_PERSON' | 'NO_LONGER_OPEN'
}

const Refused = builder.objectRef<RefusedShape>('CardPasswordResetRefused').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: ResetRefusal }) }),
})

const Requested = builder
  .objectRef<{ outcome: 'REQUESTED'; reset: ShownReset }>('CardPasswordResetRequested')
  .implement({ fields: (t) => ({ reset: t.expose('reset', { type: ResetType }) }) })

const Done = builder
  .objectRef<{ outcome: 'RESET'; reset: ShownReset }>('CardPasswordResetDone')
  .implement({ fields: (t) => ({ reset: t.expose('reset', { type: ResetType }) }) })

const RequestResult = builder.unionType('RequestCardPasswordResetResult', {
  types: [Requested, Refused],
  resolveType: ({ outcome }) => (outcome === 'REQUESTED' ? Requested : Refused),
})

const ConfirmResult = builder.unionType('ConfirmCardPasswordResetResult', {
  types: [Done, Refused, StaleDecisionType],
  resolveType: (result) =>
    result instanceof StaleDecision ? StaleDecisionType : result.outcome === 'RESET' ? Done : Refused,
})

const RequestInput = builder.inputType('RequestCardPasswordResetInput', {
  fields: (t) => ({
    idNumber: t.string({ required: true, description: 'The whole number of the identity document shown.' }),
    reason: t.string({ required: true, description: '4 to 200 characters.' }),
    idShown: t.boolean({
      required: true,
      description: 'The ID was shown; anything but true is refused.',
    }),
    delivery: t.field({ type: Delivery, required: true }),
    address: t.string({
      required: false,
      description: 'Needed for POST: the person’s own address as on the document, 8 to 120 characters. Kept encrypted.',
    }),
  }),
})

function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

const shownTo = (viewer: Viewer, reset: CardPasswordReset): ShownReset => ({
  ...reset,
  mine: reset.requestedBy === viewer.accountId,
})

builder.queryField('cardPasswordOutlook', (t) =>
  t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'card-password:list-resets' },
    description: 'Whether a reset that the asker takes can be confirmed.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, cardPasswordTable, 'REQUEST', requireStaff(viewer, 'card-password:list-resets')),
  }),
)

builder.queryField('cardPasswordResets', (t) =>
  t.field({
    type: [ResetType],
    authScopes: { may: 'card-password:list-resets' },
    description: 'Requests of the last two hours that wait for a second person, oldest first; at most 100.',
    resolve: async (_root, _arguments, context) => {
      const viewer = viewerOf(context)
      requireMay(viewer, 'card-password:list-resets')
      return (await listOpenResets(context.platform)).map((reset) => shownTo(viewer, reset))
    },
  }),
)

builder.queryField('cardPasswordLetters', (t) =>
  t.field({
    type: [ResetType],
    authScopes: { may: 'card-password:print-code' },
    description:
      'Confirmed requests of the last twelve hours in which the viewer took part, last confirmed first; at most 100. Each one’s letter is made by POST /card-passwords/<id>/letter.',
    resolve: async (_root, _arguments, context) => {
      const viewer = viewerOf(context)
      requireMay(viewer, 'card-password:print-code')
      return (await listPrintableResets(context.platform, viewer.accountId)).map((reset) => shownTo(viewer, reset))
    },
  }),
)

builder.mutationField('requestCardPasswordReset', (t) =>
  t.field({
    type: RequestResult,
    authScopes: { may: 'card-password:request-reset' },
    description:
      'Asks, the ID having been shown, for an insured person’s first sign-in, or to unlock their password and set it back to the initial one. Either way the person then needs the one-time code of a letter.',
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const viewer = viewerOf(context)
      const wanted = { ...input, address: input.address ?? undefined }
      const result = await requestCardPasswordReset(context.platform, context.origin, viewer, wanted)
      return result.outcome === 'REQUESTED' ? { ...result, reset: shownTo(viewer, result.reset) } : result
    },
  }),
)

builder.mutationField('confirmCardPasswordReset', (t) =>
  t.field({
    type: ConfirmResult,
    authScopes: { may: 'card-password:confirm-reset' },
    description: 'Carries a requested reset out. Only a reviewer or head who did not ask for it.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, context) => {
      const viewer = viewerOf(context)
      const result = await orStale(confirmCardPasswordReset(context.platform, context.origin, viewer, decision))
      if (result instanceof StaleDecision) return result
      return result.outcome === 'RESET' ? { ...result, reset: shownTo(viewer, result.reset) } : result
    },
  }),
)
