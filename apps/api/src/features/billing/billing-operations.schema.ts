import { builder } from '../../graphql/builder.ts'
import { notFound, unauthenticated } from '../../graphql/errors.ts'
import { keysetPage, pageComplexity } from '../../graphql/keyset.ts'
import { EmployerType } from '../employer/index.ts'
import { PaymentNoticeConnection, PaymentNoticeType, PaymentType } from './billing.schema.ts'
import { explainMonth } from './explain.ts'
import { explainNotice } from './explain-notice.ts'
import type { MonthDerivation } from './explain.ts'
import { findPayment } from './payment.repository.ts'
import { readNotice, readNotices } from './read-notice.ts'
import { refreshPayment } from './refresh-payment.ts'
import { refusalReasons, startPayment } from './start-payment.ts'
import type { StartPaymentOutcome } from './start-payment.ts'

const explanationShape =
  'An `Explanation` of the premium package: {label, params, rule, articles, inputs, rounding, source, result}, inputs being explanations again. The package words it in both languages.'

builder.queryField('paymentNotice', (t) =>
  t.field({
    description: 'One notice. Another employer’s notice behaves as if it did not exist.',
    type: PaymentNoticeType,
    authScopes: { $any: { employer: true, staff: [] } },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readNotice(platform, viewer, id)
    },
  }),
)

builder.objectField(EmployerType, 'notices', (t) =>
  t.field({
    description: 'Payment notices, newest month first, 50 at a time unless `first` (1-100) says otherwise.',
    type: PaymentNoticeConnection,
    args: {
      first: t.arg.int(),
      after: t.arg.string(),
      unpaidOnly: t.arg.boolean({ description: 'Only what is still owed.' }),
    },
    complexity: pageComplexity,
    resolve: async ({ id }, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return keysetPage(await readNotices(platform, viewer, id, args), args, ({ period, number }) => [period, number])
    },
  }),
)

const MonthDerivationType = builder.objectRef<MonthDerivation>('PremiumDerivation').implement({
  fields: (t) => ({
    explanation: t.field({ type: 'JSON', description: explanationShape, resolve: ({ explanation }) => explanation }),
    agrees: t.exposeBoolean('agrees', { description: 'Whether it arrives at the amounts on record.' }),
  }),
})

builder.queryField('explainPremium', (t) =>
  t.field({
    description:
      'Why one person’s month costs what it costs, by the parameters of that month. For the person, the employer and staff.',
    type: MonthDerivationType,
    authScopes: { signedIn: true },
    complexity: 50,
    args: { premiumPaymentId: t.arg.id({ required: true }) },
    resolve: (_root, { premiumPaymentId }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return explainMonth(platform, viewer, premiumPaymentId)
    },
  }),
)

builder.queryField('explainNotice', (t) =>
  t.field({
    description: `Why a notice costs what it costs today: OUTSTANDING from AMOUNT_DUE (premiums by insurance, share and group of people, and the late fee) less AMOUNT_SETTLED. Its employer and staff. ${explanationShape}`,
    type: 'JSON',
    authScopes: { $any: { employer: true, staff: [] } },
    complexity: 200,
    args: { noticeId: t.arg.id({ required: true }) },
    resolve: (_root, { noticeId }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return explainNotice(platform, viewer, noticeId)
    },
  }),
)

const PaymentRefusalEnum = builder.enumType('PaymentRefusalReason', {
  description:
    'BANK_UNAVAILABLE: nothing is known yet, ask again. PAYMENT_ENDED: the attempt of this key is over, press again with a new key.',
  values: refusalReasons,
})
type Started = Extract<StartPaymentOutcome, { kind: 'STARTED' }>
type Refused = Extract<StartPaymentOutcome, { kind: 'REFUSED' }>
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

const PayLanguage = builder.enumType('CashierLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

builder.mutationField('startPayment', (t) =>
  t.field({
    description:
      'Begins to pay a notice in full, with the late fee of today. The employer’s own notices only. One attempt is open at a time: asking again leads to the same order.',
    type: StartPaymentResult,
    authScopes: { employer: true },
    args: {
      noticeId: t.arg.id({ required: true }),
      idempotencyKey: t.arg.string({
        required: true,
        description: '8 to 100 letters, digits, _ or -; chosen once for each press of the button.',
      }),
      language: t.arg({ type: PayLanguage, required: true }),
    },
    resolve: async (_root, { noticeId, idempotencyKey, language }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      await readNotice(platform, viewer, noticeId)
      return startPayment(platform, viewer, { noticeId, idempotencyKey, language })
    },
  }),
)

builder.mutationField('refreshPayment', (t) =>
  t.field({
    description:
      'Asks the bank how a payment stands and answers with its notice. For a clerk who came back before the bank’s message did.',
    type: PaymentNoticeType,
    authScopes: { employer: true },
    args: { paymentId: t.arg.id({ required: true }) },
    resolve: async (_root, { paymentId }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readNotice(platform, viewer, await refreshPayment(platform, viewer, paymentId))
    },
  }),
)
