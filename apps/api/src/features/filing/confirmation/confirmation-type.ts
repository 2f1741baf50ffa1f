import type { Fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { confirmationStates, confirmationWays, disputedFields } from './confirmation-codes.ts'
import type { DisputedField } from './confirmation-codes.ts'

export const ConfirmationStateEnum = builder.enumType('ConfirmationState', {
  description:
    'CHANGED: the row says something else than what the person was asked or said; ask again. EXPIRED: the link ran out, or was locked by wrong numbers. UNREACHED: no text message goes there; hand the link over.',
  values: confirmationStates,
})
export const ConfirmationWayEnum = builder.enumType('ConfirmationWay', {
  description: 'HANDED: the link passed through the employer’s hands.',
  values: confirmationWays,
})
export const DisputedFieldEnum = builder.enumType('DisputedField', {
  description: 'BASES follow from the wages, so they are disputed in words.',
  values: disputedFields,
})

export interface ShownDisagreement {
  field: DisputedField
  text?: string | undefined
  amount?: Fen | undefined
  months?: number | undefined
  /** What the row says, in the same kind. */
  ours: { text?: string | undefined; amount?: Fen | undefined; months?: number | undefined }
}

export const DisagreementType = builder.objectRef<ShownDisagreement>('ConfirmationDisagreement').implement({
  description: 'One field of which the person says what it should be: a text, an amount or a number of months.',
  fields: (t) => ({
    field: t.field({ type: DisputedFieldEnum, resolve: ({ field }) => field }),
    text: t.string({ nullable: true, resolve: ({ text }) => text ?? null }),
    amount: t.field({ type: 'Fen', nullable: true, resolve: ({ amount }) => amount ?? null }),
    months: t.int({ nullable: true, resolve: ({ months }) => months ?? null }),
    oursText: t.string({ nullable: true, description: 'What the row says.', resolve: ({ ours }) => ours.text ?? null }),
    oursAmount: t.field({ type: 'Fen', nullable: true, resolve: ({ ours }) => ours.amount ?? null }),
    oursMonths: t.int({ nullable: true, resolve: ({ ours }) => ours.months ?? null }),
  }),
})
