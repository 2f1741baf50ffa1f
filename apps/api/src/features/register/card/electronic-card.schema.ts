import qrcode from 'qrcode'
import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { checkCode, codeOutcomes, showCode } from './check-code.ts'
import type { CheckedCode } from './check-code.ts'
import { renewSeconds } from './electronic-code.ts'
import type { ElectronicCode } from './electronic-code.ts'

const CodeType = builder.objectRef<ElectronicCode>('ElectronicCardCode').implement({
  description:
    'What the holder’s phone shows at a desk. Nothing in it tells a person or a card to anybody but the office.',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'For a scanner that types; letters and digits 2 to 7.' }),
    qrSvg: t.string({
      description: 'The same as a QR code.',
      resolve: ({ token }) => qrcode.toString(token, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    renewSeconds: t.int({ description: 'After which another is asked for.', resolve: () => renewSeconds }),
  }),
})

builder.queryField('electronicCardCode', (t) =>
  t.field({
    type: CodeType,
    nullable: true,
    authScopes: { may: 'card:show-code' },
    description:
      'A new code of one’s own card, accepted once and within a minute; null while its social security application is not in use.',
    args: { cardId: t.arg.id({ required: true }) },
    resolve: async (_root, { cardId }, { platform, viewer }) => {
      requireMay(viewer, 'card:show-code')
      return (await showCode(platform, viewer, cardId)) ?? null
    },
  }),
)

const CheckedType = builder.objectRef<CheckedCode>('CheckedCardCode').implement({
  personal: noted('CARD_CODE_CHECKED'),
  description: 'What a desk learns of a code that was shown to it.',
  fields: (t) => ({
    outcome: t.expose('outcome', {
      type: builder.enumType('CardCodeOutcome', {
        description:
          'UNKNOWN: this office made no such code. EXPIRED: its minute is over. REPLAYED: it, or a newer one of the card, was accepted before. NOT_USABLE: the card is not in use now.',
        values: codeOutcomes,
      }),
    }),
    nameMasked: t.string({
      nullable: true,
      description: 'Of a valid one.',
      resolve: ({ holder }) => holder?.nameMasked ?? null,
    }),
    numberMasked: t.string({
      nullable: true,
      description: 'Of the card; of a valid one.',
      resolve: ({ card }) => card?.numberMasked ?? null,
    }),
  }),
})

builder.mutationField('checkCardCode', (t) =>
  t.field({
    type: CheckedType,
    authScopes: { may: 'card:check-code' },
    description:
      'Uses the code up. Every check goes into the audit trail, and the holder reads of it; what this office did not make counts against the address.',
    args: { token: t.arg.string({ required: true, description: 'As scanned.' }) },
    resolve: (_root, { token }, { platform, viewer, origin }) => checkCode(platform, viewer, origin, token),
  }),
)
