import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveRefundRow } from './derive-refund.ts'
import { readRefund } from './read-refunds.ts'

addDerivationSubject<string>('refund', {
  input: (t) => t.id({ description: 'Why a refund comes to its amount: REFUND by shares. Its employer and staff.' }),
  permission: 'refund:read',
  complexity: 40,
  derive: async (platform, viewer, id) => {
    const refund = await readRefund(platform, viewer, id)
    const found = await derived(deriveRefundRow(platform, refund))
    return found && { ...found, individualId: refund.individualId }
  },
})
