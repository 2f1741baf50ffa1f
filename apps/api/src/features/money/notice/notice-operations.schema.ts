import { builder } from '../../../graphql/builder.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { PaymentNoticeConnection, PaymentNoticeType } from './notice.schema.ts'
import { readNotice, readNotices } from './read-notice.ts'

builder.queryField('paymentNotice', (t) =>
  t.field({
    description: 'One notice. Another employer’s notice behaves as if it did not exist.',
    type: PaymentNoticeType,
    authScopes: { may: 'notice:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readNotice(platform, viewer, id)
    },
  }),
)

builder.objectField(EmployerType, 'notices', (t) =>
  t.field({
    authScopes: { may: 'notice:read' },
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
