import { builder } from '../../../graphql/builder.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { PaymentNoticeType, readNotice } from '../notice/index.ts'
import { PaymentType } from './payment.schema.ts'
import { debitNotice } from './debit-notice.ts'
import { refusalReasons } from './open-attempt.ts'
import type { PaymentRefusal } from './open-attempt.ts'
import { findPayment } from './payment.repository.ts'
import { refreshPayment } from './refresh-payment.ts'
import { startPayment } from './start-payment.ts'
import type { StartPaymentOutcome } from './start-payment.ts'

const PaymentRefusalEnum = builder.enumType('PaymentRefusalReason', {
  description:
    'BANK_UNAVAILABLE: nothing is known yet, ask again. PAYMENT_ENDED: the attempt of this key is over, press again with a new key. OTHER_PAYMENT_UNDER_WAY: an attempt by another channel has not ended. NO_AGREEMENT: no debit agreement is in force.',
  values: refusalReasons,
})
type Started = Extract<StartPaymentOutcome, { kind: 'STARTED' }>
interface Refused {
  kind: 'REFUSED'
  reason: PaymentRefusal
  noticeId: string
}
const PaymentStarted = builder.objectRef<Started>('PaymentStarted').implement({
  fields: (t) => ({
    payment: t.field({
      type: PaymentType,
      resolve: async ({ paymentId }, _args, { platform }) =>
        (await findPayment(platform, paymentId)) ?? Promise.reject(notFound('payment')),
    }),
    redirectUrl: t.exposeString('redirectUrl', {
      description: 'The bank’s cashier page for this order; lead the browser there.',
    }),
  }),
})
const PaymentRefused = builder.objectRef<Refused>('PaymentRefused').implement({
  fields: (t) => ({
    reason: t.field({ type: PaymentRefusalEnum, resolve: ({ reason }) => reason }),
    notice: t.field({
      type: PaymentNoticeType,
      resolve: ({ noticeId }, _args, { platform, viewer }) => {
        if (!viewer) throw unauthenticated()
        return readNotice(platform, viewer, noticeId)
      },
    }),
  }),
})
const StartPaymentResult = builder.unionType('StartPaymentResult', {
  types: [PaymentStarted, PaymentRefused],
  resolveType: (outcome) => (outcome.kind === 'STARTED' ? PaymentStarted : PaymentRefused),
})

export const BankLanguage = builder.enumType('CashierLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

builder.mutationField('startPayment', (t) =>
  t.field({
    description:
      'Begins to pay a notice in full, with the late fee of today. The employer’s own notices only. One attempt is open at a time: asking again leads to the same order.',
    type: StartPaymentResult,
    authScopes: { may: 'notice:pay' },
    args: {
      noticeId: t.arg.id({ required: true }),
      idempotencyKey: t.arg.string({
        required: true,
        description: '8 to 100 letters, digits, _ or -; chosen once for each press of the button.',
      }),
      language: t.arg({ type: BankLanguage, required: true }),
    },
    resolve: async (_root, { noticeId, idempotencyKey, language }, { platform, viewer, origin }) => {
      if (!viewer) throw unauthenticated()
      await readNotice(platform, viewer, noticeId)
      return startPayment(platform, viewer, { noticeId, idempotencyKey, language, origin })
    },
  }),
)

builder.mutationField('refreshPayment', (t) =>
  t.field({
    description:
      'Asks the bank how a payment stands and answers with its notice. For a clerk who came back before the bank’s message did.',
    type: PaymentNoticeType,
    authScopes: { may: 'payment:refresh' },
    args: { paymentId: t.arg.id({ required: true }) },
    resolve: async (_root, { paymentId }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readNotice(platform, viewer, await refreshPayment(platform, viewer, paymentId))
    },
  }),
)

interface Sent {
  kind: 'SENT'
  noticeId: string
}
const DebitSent = builder.objectRef<Sent>('DebitSent').implement({
  description: 'The bank has been asked to debit the account; the notice says how that stands.',
  fields: (t) => ({
    notice: t.field({
      type: PaymentNoticeType,
      resolve: ({ noticeId }, _args, { platform, viewer }) => {
        if (!viewer) throw unauthenticated()
        return readNotice(platform, viewer, noticeId)
      },
    }),
  }),
})
const DebitNoticeResult = builder.unionType('DebitNoticeResult', {
  types: [DebitSent, PaymentRefused],
  resolveType: (outcome) => (outcome.kind === 'SENT' ? DebitSent : PaymentRefused),
})

builder.mutationField('debitNotice', (t) =>
  t.field({
    description:
      'Has the bank debit a notice now, in full and with the late fee of today, on the agreement in force. The employer’s own notices only.',
    type: DebitNoticeResult,
    authScopes: { may: 'notice:pay' },
    args: {
      noticeId: t.arg.id({ required: true }),
      idempotencyKey: t.arg.string({
        required: true,
        description: '8 to 100 letters, digits, _ or -; chosen once for each press of the button.',
      }),
    },
    resolve: async (_root, { noticeId, idempotencyKey }, { platform, viewer, origin }) => {
      if (!viewer) throw unauthenticated()
      await readNotice(platform, viewer, noticeId)
      return { ...(await debitNotice(platform, viewer, { noticeId, idempotencyKey, origin })), noticeId }
    },
  }),
)
