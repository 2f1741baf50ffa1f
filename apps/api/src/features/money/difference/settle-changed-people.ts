import type { Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import type { SettledDifferences } from './settle-differences.ts'
import { settleOneEmployer } from './settle-one-employer.ts'

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
    const [first, ...later] = periods
    if (first === undefined || individualIds.length === 0) return undefined
    const scope = { employerId, declarationId, version, everybody: false, people: individualIds }
    return settleOneEmployer(platform, { ...scope, periods: [first, ...later] })
  })
}
