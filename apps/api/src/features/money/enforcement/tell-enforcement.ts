import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { enforcementSayings } from '../../../telling/enforcement-codes.ts'
import type { ToldOf } from '../../../telling/telling.ts'
import { findEnforcement } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'

/** What the step left, as the unit is told of it: the case is read again, for the step has changed it. */
export async function tellingOf(platform: Platform, before: EnforcementRow): Promise<ToldOf<'ENFORCEMENT_STEP'>> {
  const now = (await findEnforcement(platform, before.id)) ?? before
  const recalculated = now.status === before.status && now.settled !== before.settled
  return {
    kind: 'ENFORCEMENT_STEP',
    params: {
      id: now.id,
      number: now.number,
      said: recalculated ? 'RECALCULATED' : oneOf(enforcementSayings, now.status, 'what is told of a case'),
      amount: Number(now.principal + now.lateFee),
      until: now.dueBy,
    },
  }
}
