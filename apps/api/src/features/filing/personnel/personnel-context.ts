import { personnelContextOf } from '@shebao/declaration-rules'
import type { PersonnelContext } from '@shebao/declaration-rules'
import { parseInjuryClass, period } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { getPolicy } from '../../money/policy/index.ts'

export interface DeclarationOfPolicy {
  employerId: string
  year: number
}

/**
 * The policy an annual inspection is checked by: the wages of last year carry the bases of the payment year that starts in
 * the declaration's year, so its July decides (domain 2.2); until new limits are published the latest stay in force.
 */
export async function loadInspectionPolicy(
  platform: Platform,
  { employerId, year }: DeclarationOfPolicy,
): Promise<Policy> {
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw new Error('a declaration without its employer')
  const injuryClass = parseInjuryClass(String(employer.injuryClass)) ?? 1
  return getPolicy(
    platform,
    { region: employer.region, injuryClass, injuryRatePpm: employer.injuryRatePpm },
    period(`${year}-07`),
  )
}

/** What the personnel rules need besides the rows; the list's signature and the other units' people are not in it. */
export async function loadPersonnelContext(
  platform: Platform,
  declaration: DeclarationOfPolicy,
): Promise<PersonnelContext> {
  return personnelContextOf(await loadInspectionPolicy(platform, declaration), platform.clock.today(), declaration.year)
}
