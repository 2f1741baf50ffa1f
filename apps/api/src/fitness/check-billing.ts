import { periodOfDate } from '@shebao/kernel'
import { canBeBilled } from '../features/money/policy/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { ReadinessCheck } from './readiness.ts'

/** Each office's region needs published parameters for this month; an office that has just been made has none. */
export async function checkBilling(platform: Platform): Promise<ReadinessCheck[]> {
  const offices = await platform.database.query<{ region: string }>({ text: 'SELECT region FROM office' })
  const month = periodOfDate(platform.clock.today())
  const published = await Promise.all(offices.map(({ region }) => canBeBilled(platform, region, month)))
  return [{ name: 'parameters', ok: offices.length > 0 && published.every(Boolean), neededFor: 'BILLING' }]
}
