import { periodOfDate } from '@shebao/kernel'
import { findMissingYear } from '../features/register/calendar/index.ts'
import { canBeBilled } from '../features/money/policy/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { ReadinessCheck } from './readiness.ts'

/**
 * Each office's region needs published parameters for this month, and the working days of this year, without which no due date is
 * computed; an office that has just been made has neither. The next year's are asked for from October on.
 */
export async function checkBilling(platform: Platform): Promise<ReadinessCheck[]> {
  const offices = await platform.database.query<{ region: string }>({ text: 'SELECT region FROM office' })
  const month = periodOfDate(platform.clock.today())
  const thisYear = Number(platform.clock.today().slice(0, 4))
  const missingYear = await findMissingYear(platform)
  const published = await Promise.all(offices.map(({ region }) => canBeBilled(platform, region, month)))
  return [
    { name: 'parameters', ok: offices.length > 0 && published.every(Boolean), neededFor: 'BILLING' },
    { name: 'calendar', ok: missingYear !== thisYear, neededFor: 'BILLING' },
    { name: 'calendarOfNextYear', ok: missingYear !== thisYear + 1, neededFor: 'SOON' },
  ]
}
