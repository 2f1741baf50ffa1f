import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { explainMonth } from '../month/index.ts'
import { explainNotice } from './explain-notice.ts'

addDerivationSubject<string>('month', {
  input: (t) =>
    t.id({
      description:
        'By the id of the PremiumPayment: why one person’s month costs what it costs, by the parameters of that month. For the person, the employer and staff.',
    }),
  permission: 'premium:explain',
  complexity: 50,
  derive: (platform, viewer, id) => explainMonth(platform, viewer, id),
})

addDerivationSubject<string>('notice', {
  input: (t) =>
    t.id({
      description:
        'Why a notice costs what it costs today: OUTSTANDING from AMOUNT_DUE (premiums by insurance, share and group of people, and the late fee) less AMOUNT_SETTLED. Its employer and staff.',
    }),
  permission: 'notice:read',
  complexity: 200,
  derive: (platform, viewer, id) => derived(explainNotice(platform, viewer, id)),
})
