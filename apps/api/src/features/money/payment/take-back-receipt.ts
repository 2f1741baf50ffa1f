import type { Platform } from '../../../platform/platform.ts'
import { creditOf, listBookedKeys, listTransfersOfKeys, lockBalance } from '../ledger/index.ts'
import { CreditSpent, unwind } from './reverse-payment.ts'
import { lockNoticesOf } from './reversal.repository.ts'

export type TakenBack = { kind: 'REVERSED' } | { kind: 'REFUSED'; reason: 'NOT_POSTED' | 'CREDIT_SPENT' }

/**
 * Takes money back that was put to an employer's credit beside its payment: a difference, or what was set aside. It goes where it came
 * from; debts that it settled are open again. `keys`: under which it may have been received. All of it or nothing.
 */
export async function takeBackReceipt(
  platform: Platform,
  { employerId, keys, reason }: { employerId: string; keys: readonly string[]; reason: string },
): Promise<TakenBack> {
  try {
    return await platform.database.transaction(async () => {
      await lockNoticesOf(platform, employerId)
      await lockBalance(platform, creditOf(employerId).code)
      const found = await listTransfersOfKeys(
        platform,
        keys.map((key) => `payment:${key}`),
      )
      const mirrored = await listBookedKeys(
        platform,
        found.map(({ id }) => `reversal:${id}`),
      )
      const own = found.filter(({ id }) => !mirrored.has(`reversal:${id}`))
      const [receipt] = own
      if (!receipt) return { kind: 'REFUSED', reason: 'NOT_POSTED' }
      const { allocateAgain } = await unwind(platform, { employerId, own, reason })
      await allocateAgain(`after-taking-back:${receipt.id}`)
      return { kind: 'REVERSED' }
    })
  } catch (error) {
    if (error instanceof CreditSpent) return { kind: 'REFUSED', reason: 'CREDIT_SPENT' }
    throw error
  }
}
