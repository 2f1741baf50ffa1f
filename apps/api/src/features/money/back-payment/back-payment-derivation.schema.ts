import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveBackPayment } from './ask-again.ts'
import { readBackPayment } from './read-back-payments.ts'

addDerivationSubject<string>('backPayment', {
  input: (t) =>
    t.id({
      description:
        'What a request cost on the day it was made, month by month, premium and late fee: BACK_PAYMENT. Nothing once it is billed, when its notices say why, after a refusal, and while anything stands in its way. Its employer and staff.',
    }),
  permission: 'back-payment:read',
  complexity: 100,
  derive: async (platform, viewer, id) =>
    derived(deriveBackPayment(platform, await readBackPayment(platform, viewer, id))),
})
