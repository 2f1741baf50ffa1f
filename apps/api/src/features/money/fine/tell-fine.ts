import type { Platform } from '../../../platform/platform.ts'
import type { ToldOf } from '../../../telling/telling.ts'
import { findFine } from './fine.repository.ts'
import type { FineRow } from './fine.repository.ts'

/** What the step left, as the unit is told of it: the case is read again, for the step has changed it. */
export async function tellingOfFine(platform: Platform, before: FineRow): Promise<ToldOf<'ENFORCEMENT_STEP'>> {
  const { enforcementId, number, status, standing } = (await findFine(platform, before.id)) ?? before
  const { notice, hearing, decision } = standing
  const said = status === 'PAID' ? 'FINE_PAID' : decision ? 'FINE_DECIDED' : hearing ? 'FINE_HEARING' : 'FINE_NOTICED'
  return {
    kind: 'ENFORCEMENT_STEP',
    params: {
      id: enforcementId,
      number,
      said,
      amount: decision?.amount ?? notice?.amount ?? 0,
      until: said === 'FINE_HEARING' ? (hearing?.on ?? null) : null,
    },
  }
}
