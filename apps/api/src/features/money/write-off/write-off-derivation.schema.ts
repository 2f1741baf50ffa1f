import { civilDateAt, fen } from '@shebao/kernel'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveWriteOff } from '../payment/index.ts'
import { readWriteOff } from './read-write-off.ts'

addDerivationSubject<string>('writeOff', {
  input: (t) =>
    t.id({
      description:
        'What the notice owed on that day: OUTSTANDING; or WRITTEN_OFF alone where its books have moved on since. Staff.',
    }),
  permission: 'write-off:read',
  complexity: 50,
  derive: async (platform, viewer, id) => {
    const { noticeId, amount, requestedAt, decidedAt, status } = await readWriteOff(platform, viewer, id)
    return derived(
      deriveWriteOff(platform, {
        noticeId,
        amount: fen(Number(amount)),
        on: civilDateAt(status === 'CONFIRMED' && decidedAt ? decidedAt : requestedAt),
      }),
    )
  },
})
