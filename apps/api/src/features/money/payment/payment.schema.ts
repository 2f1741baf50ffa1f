import { fen, oneOf } from '@shebao/kernel'
import { PaymentNoticeType, listPayments, paymentChannels, paymentStatuses } from '../notice/index.ts'
import type { PaymentOfNotice } from '../notice/index.ts'
import { builder } from '../../../graphql/builder.ts'

const PaymentChannelEnum = builder.enumType('PaymentChannel', {
  description:
    'E_BANK: at the bank’s cashier page. AGREEMENT_DEBIT: drawn by the bank on an agreement. BANK_TRANSFER: came by itself and was recognised.',
  values: paymentChannels,
})
const PaymentStatusEnum = builder.enumType('PaymentStatus', {
  description:
    'UNKNOWN: the bank did not answer. That is not a failure; ask again with refreshPayment before paying again.',
  values: paymentStatuses,
})

const money = (value: bigint) => fen(Number(value))

export const PaymentType = builder.objectRef<PaymentOfNotice>('Payment').implement({
  description: 'One attempt to pay a notice at the bank, or money that came by itself.',
  fields: (t) => ({
    id: t.exposeID('id'),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => money(amount) }),
    channel: t.field({
      type: PaymentChannelEnum,
      resolve: ({ channel }) => oneOf(paymentChannels, channel, 'payment channel'),
    }),
    status: t.field({
      type: PaymentStatusEnum,
      resolve: ({ status }) => oneOf(paymentStatuses, status, 'payment status'),
    }),
    failure: t.exposeString('failure', {
      nullable: true,
      description:
        'INSUFFICIENT, ACCOUNT_FROZEN, AGREEMENT_INVALID, EXPIRED; AMOUNT_DIFF or DUPLICATE when money came that could not be posted and waits for its refund; REVERSED when it was posted and taken back by two people because the bank never got it.',
    }),
    bankReference: t.exposeString('bankReference', { nullable: true }),
    receivedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Value date of money that came: late fees count up to it.',
      resolve: ({ status, valueDate }) => (status === 'SUCCESS' ? valueDate : null),
    }),
    startedAt: t.field({ type: 'DateTime', resolve: ({ createdAt }) => createdAt }),
    settledAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ settledAt }) => settledAt }),
  }),
})

builder.objectField(PaymentNoticeType, 'payments', (t) =>
  t.field({
    type: [PaymentType],
    description: 'Attempts to pay, oldest first; at most 100.',
    complexity: { multiplier: 5 },
    resolve: ({ id }, _args, { platform }) => listPayments(platform, id),
  }),
)
