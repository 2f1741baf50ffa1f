import { builder } from '../../../graphql/builder.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { PaymentType } from './payment.schema.ts'
import { cursorOfPayment, readPayment, readTakenPayments } from './read-payment.ts'

builder.queryField('payment', (t) =>
  t.field({
    description: 'One payment, for its employer and staff. Another employer’s payment behaves as if it did not exist.',
    type: PaymentType,
    authScopes: { may: 'payment:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readPayment(platform, viewer, id)
    },
  }),
)

const PaymentConnection = builder.connectionObject({ type: PaymentType, name: 'PaymentConnection' })

builder.objectField(EmployerType, 'paymentsTaken', (t) =>
  t.field({
    authScopes: { may: 'payment:read' },
    description:
      'Money that came and was taken, whatever it settled, newest first, 50 at a time unless `first` (1-100) says otherwise. For the employer itself and for staff. The receipt of each: /documents/receipt/<id>.pdf.',
    type: PaymentConnection,
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async ({ id }, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return keysetPage(await readTakenPayments(platform, viewer, id, args), args, cursorOfPayment)
    },
  }),
)
