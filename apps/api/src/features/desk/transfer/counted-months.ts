import { doubledRanges, joinPeriods, MOVING_INSURANCES, oneOf, period } from '@shebao/kernel'
import type { MonthRange, MovingInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listInsuredStretches, listPaidPeriods } from '../../register/individual/index.ts'
import type { TransferredRow } from './relation-transfer.repository.ts'

/** The months of a person that count here now, by insurance: paid here and not moved away, or brought along. */
export async function countedMonths(
  platform: Platform,
  individualId: string,
): Promise<Partial<Record<MovingInsurance, readonly string[]>>> {
  const paid = await listPaidPeriods(platform, individualId)
  return Object.fromEntries(paid.map(({ insurance, periods }) => [insurance, periods]))
}

/** The same as stretches on end: what a voucher says, and what moves with it. */
export async function movingRanges(platform: Platform, individualId: string): Promise<MonthRange[]> {
  const counted = await countedMonths(platform, individualId)
  return MOVING_INSURANCES.flatMap((insurance) =>
    joinPeriods(counted[insurance] ?? []).map((stretch) => ({ insurance, ...stretch })),
  )
}

/** What of these months counts already. */
export async function doubledOf(
  platform: Platform,
  individualId: string,
  rows: readonly TransferredRow[],
): Promise<MonthRange[]> {
  return doubledRanges(rows.map(rangeOf), await countedMonths(platform, individualId))
}

export const rangeOf = ({ insurance, fromPeriod, toPeriod }: TransferredRow): MonthRange => ({
  insurance: oneOf(MOVING_INSURANCES, insurance, 'insurance'),
  from: period(fromPeriod),
  to: period(toPeriod),
})

/** Whether an employment here has not ended yet; the month in which it ends is still paid here. */
export async function isStillInsured(platform: Platform, individualId: string): Promise<boolean> {
  const running = platform.clock.today().slice(0, 7)
  const stretches = await listInsuredStretches(platform, individualId)
  return stretches.some(({ toPeriod }) => toPeriod === null || toPeriod >= running)
}
