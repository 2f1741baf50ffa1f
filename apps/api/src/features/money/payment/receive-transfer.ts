import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { Account } from '../ledger/index.ts'
import { receiveMoney } from '../settlement/index.ts'
import type { AllocatedMoney } from '../settlement/index.ts'
import { insertTransfer } from './transfer.repository.ts'

export interface ReceivedTransfer {
  employerId: string
  /** Fen, more than 0. */
  amount: Fen
  valueDate: string
  /** The same key is the same money, whoever brings it. */
  key: string
  /** The bank's reference, or null when a payment carries it already. */
  bankReference: string | null
  /** The one notice that the payer named; without it the oldest debt is settled first (3.5 [PD]). */
  noticeId?: string
  /** Those it may settle, where a proceeding brought it. */
  noticeIds?: readonly string[]
  /** Suspense, when the money waited there to be identified. */
  from?: Account
}

export type TransferReceipt = { paymentId: string; allocated: AllocatedMoney } | undefined

/** Money that an employer sent by itself: a payment of its own, and what it settles. Undefined when it is here already. */
export function receiveTransfer(platform: Platform, transfer: ReceivedTransfer): Promise<TransferReceipt> {
  return platform.database.transaction(async () => {
    const key = `transfer:${transfer.key}`
    const paymentId = await insertTransfer(platform, { ...transfer, key, at: platform.clock.now() })
    if (paymentId === undefined) return undefined
    const { employerId, amount, valueDate, noticeId, noticeIds, from } = transfer
    const allocated = await receiveMoney(platform, {
      employerId,
      amount,
      valueDate,
      key,
      paymentId,
      ...(noticeId === undefined ? {} : { noticeId }),
      ...(noticeIds === undefined ? {} : { noticeIds }),
      ...(from === undefined ? {} : { from }),
      memo: { channel: 'BANK_TRANSFER', reference: transfer.bankReference },
    })
    if (!allocated.booked) throw new Error(`Transfer ${key} is in the ledger already.`)
    return { paymentId, allocated }
  })
}
