import type { Platform } from '../../../platform/platform.ts'
import { findBalanceOfPayment, lockBalance, mirrorTransfersOf, suspense } from '../ledger/index.ts'
import { markPaymentReversed } from './reversal.repository.ts'

/** Takes back money that was set aside for a payment, as if the bank had never reported it; false when it has left suspense since. */
export async function takeBackSetAside(platform: Platform, paymentId: string, reason: string): Promise<boolean> {
  return platform.database.transaction(async () => {
    await lockBalance(platform, suspense.code)
    if ((await findBalanceOfPayment(platform, suspense.code, paymentId)) >= 0n) return false
    await mirrorTransfersOf(platform, [`suspense:${paymentId}`], reason)
    await markPaymentReversed(platform, paymentId)
    return true
  })
}
