import { parseInjuryClass } from '@shebao/kernel'
import type { InjuryClass, Period } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getPolicy, getPolicyKnownAt } from './policy-in-force.ts'
import { findUnit } from './unit.repository.ts'

/** For the figures of one unit: what is no class is an error. */
export function injuryClassOf(value: number): InjuryClass {
  const known = parseInjuryClass(String(value))
  if (!known) throw new RangeError(`work-injury class out of range: ${value}`)
  return known
}

/** How a month was billed: when, and by which class where that is on record. */
export interface BilledBy {
  at: Date
  injuryClass?: number | null
  injuryRatePpm?: number | null
}

/**
 * The policy a unit pays by in a month, from what the register says of that month; for a month as it was billed, by the class of
 * its notice and the parameters as they were known then.
 */
export async function policyOfUnit(
  platform: Platform,
  employerId: string,
  period: Period,
  billed?: BilledBy,
): Promise<{ region: string; policy: Policy }> {
  const found = await findUnit(platform, employerId, period)
  if (!found) throw notFound('employer')
  const { injuryClass, injuryRatePpm = null } = typeof billed?.injuryClass === 'number' ? billed : found
  const unit = { region: found.region, injuryClass: injuryClassOf(injuryClass ?? found.injuryClass), injuryRatePpm }
  const policy = billed
    ? await getPolicyKnownAt(platform, unit, period, billed.at)
    : await getPolicy(platform, unit, period)
  return { region: unit.region, policy }
}
