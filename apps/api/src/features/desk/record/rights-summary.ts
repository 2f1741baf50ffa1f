import { FIVE_INSURANCES, parsePeriod, periodsBetween } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findFirstAndLastPeriod, listPaidPeriods } from '../../register/individual/index.ts'

export interface InsuranceRights {
  insurance: FiveInsurance
  /** Months that count: paid, and each month once whoever paid it. */
  months: number
  firstInsured: string | undefined
  lastPaid: string | undefined
  /** Months without a paid premium between the first and the last one: shown, never bridged. */
  gaps: string[]
}

export interface RightsSummary {
  insurances: InsuranceRights[]
  /** First and last month there is any record of. */
  firstPeriod: string | undefined
  lastPeriod: string | undefined
}

export async function readRightsSummary(platform: Platform, individualId: string): Promise<RightsSummary> {
  const paid = new Map(
    (await listPaidPeriods(platform, individualId)).map(({ insurance, periods }) => [insurance, periods]),
  )
  const range = await findFirstAndLastPeriod(platform, individualId)
  return {
    insurances: FIVE_INSURANCES.map((insurance) => summarise(insurance, paid.get(insurance) ?? [])),
    firstPeriod: range.first ?? undefined,
    lastPeriod: range.last ?? undefined,
  }
}

/** Spells with several employers add up (SIL 19, 32, 52); a gap between them stays one. */
export function summarise(insurance: FiveInsurance, periods: readonly string[]): InsuranceRights {
  const [firstInsured, lastPaid] = [periods[0], periods.at(-1)]
  const [first, last] = [parsePeriod(firstInsured ?? ''), parsePeriod(lastPaid ?? '')]
  const counted = new Set(periods)
  const gaps = first && last ? periodsBetween(first, last).filter((period) => !counted.has(period)) : []
  return { insurance, months: counted.size, firstInsured, lastPaid, gaps }
}
