import type { Platform } from '../../../platform/platform.ts'
import { bookTransfers } from './ledger.ts'
import { mirrorOf } from './mirror-transfer.ts'
import { listBookedKeys, listTransfersOfKeys } from './reversal.repository.ts'

/** Takes back what stands under these keys and was not taken back yet; how many transfers that were. */
export async function mirrorTransfersOf(platform: Platform, keys: readonly string[], reason: string): Promise<number> {
  const found = await listTransfersOfKeys(platform, keys)
  const mirrored = await listBookedKeys(
    platform,
    found.map(({ id }) => `reversal:${id}`),
  )
  const standing = found.filter(({ id }) => !mirrored.has(`reversal:${id}`))
  await bookTransfers(
    platform,
    standing.map((transfer) => mirrorOf(transfer, { reason })),
  )
  return standing.length
}
