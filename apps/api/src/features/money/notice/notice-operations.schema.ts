import { builder } from '../../../graphql/builder.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { EmployerType } from '../../register/employer/employer-type.ts'
import { PaymentNoticeConnection, PaymentNoticeType } from './notice.schema.ts'
import { explainMonth } from '../month/explain-month.ts'
import { explainNotice } from './explain-notice.ts'
import { explanationShape } from '../ledger/explanation-shape.ts'
import type { MonthDerivation } from '../month/explain-month.ts'
import { readNotice, readNotices } from './read-notice.ts'

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
