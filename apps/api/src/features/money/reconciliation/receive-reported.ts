import { suspense } from '../ledger/index.ts'
import { isReferenceKnown, nextTransferKey, receiveTransfer } from '../payment/index.ts'
import type { ReceivedTransfer, TransferReceipt } from '../payment/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { linkEntries } from './item.repository.ts'
import { findLooseLine } from './loose-line.repository.ts'

type Reported = ReceivedTransfer & { bankReference: string }

/**
 * Money that a bank reports under the reference of its statement. Where the statement came first, the money is in suspense and
 * is taken from there, so that it counts once; where the report comes first, the statement's line meets its payment.
 * Undefined when that money is here already, or the statement says another amount.
 */
export function receiveReported(platform: Platform, transfer: Reported): Promise<TransferReceipt> {
  return platform.database.transaction(async () => {
    const line = await findLooseLine(platform, transfer.bankReference)
    if (!line) return receiveTransfer(platform, transfer)
    const key = line.amount === transfer.amount ? await nextTransferKey(platform, line.key) : undefined
    if (key === undefined) return undefined
    const receipt = await receiveTransfer(platform, { ...transfer, key, from: suspense })
    if (receipt) await linkEntries(platform, [{ entryId: line.entryId, paymentId: receipt.paymentId }])
    return receipt
  })
}

/** Whether money could be received under this reference: nothing has been, and a statement that has it says the same. */
export async function isReceivable(
  platform: Platform,
  { bankReference, amount }: Pick<Reported, 'bankReference' | 'amount'>,
): Promise<boolean> {
  if (await isReferenceKnown(platform, bankReference)) return false
  const line = await findLooseLine(platform, bankReference)
  return line === undefined || line.amount === amount
}
