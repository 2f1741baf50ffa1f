import type { Platform } from '../../../platform/platform.ts'
import { figuresOn, serviceFigures } from '../../../platform/service-figures.ts'

/** What the law names and leaves open, as the office has published it (ADR 42). */
export interface EnforcementFigures {
  /** Hours of the day between which something is executed (ACL 43). */
  readonly firstHour: number
  readonly lastHour: number
  /** The longest plan of instalments (M13). */
  readonly deferralMonths: number
}

export const releasedFigures: EnforcementFigures = {
  firstHour: serviceFigures.EXECUTION_FIRST_HOUR.shipped,
  lastHour: serviceFigures.EXECUTION_LAST_HOUR.shipped,
  deferralMonths: serviceFigures.DEFERRAL_MOST_MONTHS.shipped,
}

/** As they hold on the day of the act. */
export async function readEnforcementFigures(platform: Platform, day: string): Promise<EnforcementFigures> {
  const { EXECUTION_FIRST_HOUR, EXECUTION_LAST_HOUR, DEFERRAL_MOST_MONTHS } = await figuresOn(
    platform,
    ['EXECUTION_FIRST_HOUR', 'EXECUTION_LAST_HOUR', 'DEFERRAL_MOST_MONTHS'],
    day,
  )
  return { firstHour: EXECUTION_FIRST_HOUR, lastHour: EXECUTION_LAST_HOUR, deferralMonths: DEFERRAL_MOST_MONTHS }
}
