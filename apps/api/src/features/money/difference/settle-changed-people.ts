import { FIVE_INSURANCES } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { findUnit } from '../policy/index.ts'
import { settleDifferences } from './settle-differences.ts'
import type { SettledDifferences } from './settle-differences.ts'

/** What one statement takes without the memory of the process noticing. */
const peopleAtOnce = 5_000

/** People of whom an accepted monthly declaration changed something that holds for months that are billed already. */
export interface ChangedPeople {
  employerId: string
  declarationId: string
  version: number
  individualIds: readonly string[]
  /** Months of the unit that have their bill. */
  periods: readonly Period[]
}

/**
 * Who joined, left or has another base in a month that was billed before is billed or credited the difference, exact for each
 * person and month. It is owed like any premium, late fee included once its own due date is over. Within the transaction that accepts.
 */
export async function settleChangedPeople(
  platform: Platform,
  { employerId, declarationId, version, individualIds, periods }: ChangedPeople,
): Promise<SettledDifferences | undefined> {
  return asOffice('MONEY_BOOK', async () => {
    const [first] = periods
    if (first === undefined || individualIds.length === 0) return undefined
    const unit = await findUnit(platform, employerId, first)
    if (!unit) throw notFound('employer')
    const settled = await settleDifferences(
      platform,
      {
        key: `${declarationId}:${version}`,
        region: unit.region,
        periods,
        insurances: new Set(FIVE_INSURANCES),
        runId: null,
        declared: { declarationId, version, everybody: false },
        people: individualIds,
        basis: { declarationId, version },
        bearsLateFee: true,
      },
      [employerId],
      peopleAtOnce,
    )
    const [problem] = settled.problems
    if (problem) throw problem.cause
    return settled
  })
}
