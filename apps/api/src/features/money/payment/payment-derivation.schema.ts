import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveBalance, derivePayment } from './explain-money.ts'
import { readPayment } from './read-payment.ts'

addDerivationSubject<string>('payment', {
  input: (t) =>
    t.id({
      description:
        'Money that came: PAYMENT by the debts it settled, in the order of 3.5, and what is left. Money that was asked for: what the notice cost on that day. Its employer and staff.',
    }),
  permission: 'payment:read',
  complexity: 40,
  derive: async (platform, viewer, id) => derived(derivePayment(platform, await readPayment(platform, viewer, id))),
})

const BalanceFigureEnum = builder.enumType('BalanceFigure', { values: ['OWED', 'CREDIT'] as const })
const BalanceInput = builder.inputType('BalanceDerivation', {
  fields: (t) => ({
    employerId: t.id({ required: true }),
    figure: t.field({ type: BalanceFigureEnum, required: true }),
  }),
})

addDerivationSubject<typeof BalanceInput.$inferInput>('balance', {
  input: (t) =>
    t.field({
      type: BalanceInput,
      description:
        'What an employer owes by the ledger, every kind of transfer: BALANCE. Or what brought its credit and what used it: CREDIT_BALANCE. The employer itself and staff.',
    }),
  permission: 'balance:read',
  complexity: 20,
  derive: async (platform, viewer, { employerId, figure }) => {
    requireMay(viewer, 'balance:read', { employerId }, 'employer')
    return derived(deriveBalance(platform, employerId, figure))
  },
})
