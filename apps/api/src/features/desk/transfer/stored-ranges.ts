import { isOneOf, MOVING_INSURANCES, parsePeriod } from '@shebao/kernel'
import type { MonthRange } from '@shebao/kernel'

export type StoredRange = MonthRange

/** Months as they were kept with a case. */
export function storedRanges(kept: unknown): StoredRange[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('insurance' in one) || !('from' in one) || !('to' in one))
      return []
    const [from, to] = [parsePeriod(String(one.from)), parsePeriod(String(one.to))]
    const { insurance } = one
    return isOneOf(MOVING_INSURANCES, insurance) && from && to ? [{ insurance, from, to }] : []
  })
}
