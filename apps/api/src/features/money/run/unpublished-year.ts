import { civilDate } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { CalendarMissing } from '../../register/calendar/index.ts'
import { paymentDueDate } from '../policy/index.ts'

/** The year in which a bill issued today would fall due, where nobody has published its working days. */
export async function findUnpublishedYear(platform: Platform, region: string): Promise<number | undefined> {
  try {
    await paymentDueDate(platform, region, civilDate(platform.clock.today()))
    return undefined
  } catch (error) {
    if (error instanceof CalendarMissing) return error.year
    throw error
  }
}
