import { FIVE_INSURANCES, period as toPeriod, periodsBetween } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { findUnit } from '../policy/index.ts'
import type { DeclaredVersion } from './billed.repository.ts'
import { findLastBilled } from './last-billed.repository.ts'
import { settleDifferences } from './settle-differences.ts'
import type { SettledDifferences } from './settle-differences.ts'

/** One employer's: what one statement takes without the memory of the process noticing. */
const peopleAtOnce = 5_000

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
    const unit = await findUnit(platform, employerId, from)
    if (!unit) throw notFound('employer')
    const settled = await settleDifferences(
      platform,
      {
        key: `${declarationId}:${version}`,
        region: unit.region,
        periods: periodsBetween(from, toPeriod(last)),
        insurances: new Set(FIVE_INSURANCES),
        runId: null,
        declared: { declarationId, version, everybody: classChanged },
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
