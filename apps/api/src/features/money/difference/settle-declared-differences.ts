import { period as toPeriod, periodsBetween } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import type { DeclaredVersion } from './billed.repository.ts'
import { findLastBilled } from './last-billed.repository.ts'
import type { SettledDifferences } from './settle-differences.ts'
import { settleOneEmployer } from './settle-one-employer.ts'

export interface AcceptedChange extends DeclaredVersion {
  employerId: string
  /** First month the declared averages, and another class, hold for. */
  from: Period
  /** The unit's work-injury class changed, and with it everybody's premium. */
  classChanged: boolean
}

/**
 * Months of the payment year that were billed before its declaration was accepted, on the base or class of before: each person's
 * difference is billed or credited. It is owed like any premium, late fee included once its own due date is over (SIL 86); before
 * that nobody was late, since the base was not known [PD]. Within the transaction that accepts. Undefined where no month was billed.
 */
export async function settleDeclaredDifferences(
  platform: Platform,
  { employerId, declarationId, version, from, classChanged }: AcceptedChange,
): Promise<SettledDifferences | undefined> {
  return asOffice('MONEY_BOOK', async () => {
    const last = await findLastBilled(platform, employerId)
    if (last === undefined || last < from) return undefined
    const scope = { employerId, declarationId, version, everybody: classChanged }
    return settleOneEmployer(platform, { ...scope, periods: [from, ...periodsBetween(from, toPeriod(last)).slice(1)] })
  })
}
