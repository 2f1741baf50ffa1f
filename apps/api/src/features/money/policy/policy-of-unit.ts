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

/** The policy a unit pays by in a month, from its register entry; as it was known at an instant when one is given. */
export async function policyOfUnit(
  platform: Platform,
  employerId: string,
  period: Period,
  knownAt?: Date,
): Promise<{ region: string; policy: Policy }> {
  const found = await findUnit(platform, employerId)
  if (!found) throw notFound('employer')
  const unit = {
    region: found.region,
    injuryClass: injuryClassOf(found.injuryClass),
    injuryRatePpm: found.injuryRatePpm,
  }
  const policy = knownAt
    ? await getPolicyKnownAt(platform, unit, period, knownAt)
    : await getPolicy(platform, unit, period)
  return { region: unit.region, policy }
}
