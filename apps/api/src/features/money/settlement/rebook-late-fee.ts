import { sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { updateSettledNotices } from '../debt/index.ts'
import { bookTransfers, listShareBalances } from '../ledger/index.ts'
import { accruedLateFee, lateFeeTransfer } from './book-late-fee.ts'
import type { AccruedLateFee } from './book-late-fee.ts'
import { lockOpenNotices } from './settlement.repository.ts'
import type { OpenNotice } from './settlement.repository.ts'

/**
 * Other days of these bills bear late fee than before: what the books have of it is brought to what is due today, and a bill of which
 * nothing is left is settled without money. Within the open transaction. Returns the bills that this settled.
 */
export async function rebookLateFee(
  platform: Platform,
  { employerId, noticeIds, key }: { employerId: string; noticeIds: readonly string[]; key: string },
): Promise<string[]> {
  return asOffice('MONEY_BOOK', async () => {
    const today = platform.clock.today()
    const notices = await lockOpenNotices(platform, employerId, noticeIds)
    const premiums = await outstandingPremiums(platform, notices)
    const changed: { notice: OpenNotice; fee: AccruedLateFee; settled: boolean }[] = []
    for (const notice of notices) {
      const fee = await accruedLateFee(platform, notice, today)
      const feeAlone = premiums.get(notice.id) === 0
      // Where nothing of it stands in the books yet, or the bank has it in hand, it is booked with the money.
      if (feeAlone || (notice.lateFee > 0n && notice.status !== 'SENT_TO_BANK'))
        changed.push({ notice, fee, settled: feeAlone && fee.open === 0 })
    }
    await bookTransfers(
      platform,
      changed.map(({ notice, fee }) => lateFeeTransfer(notice, fee.toBook, { occurredOn: today, key })),
    )
    await updateSettledNotices(
      platform,
      changed.map(({ notice, fee, settled }) => ({
        id: notice.id,
        status: settled ? 'POSTED' : 'PARTIALLY_PAID',
        postedOn: settled ? today : null,
        lateFee: BigInt(fee.due),
      })),
    )
    return changed.filter(({ settled }) => settled).map(({ notice }) => notice.id)
  })
}

async function outstandingPremiums(platform: Platform, notices: readonly OpenNotice[]): Promise<Map<string, Fen>> {
  const shares = await listShareBalances(
    platform,
    notices.map(({ id }) => id),
  )
  const byNotice = Map.groupBy(
    shares.filter(({ insurance }) => insurance !== null),
    ({ noticeId }) => noticeId,
  )
  return new Map([...byNotice].map(([id, own]) => [id, sumFen(own.map(({ outstanding }) => outstanding))]))
}
