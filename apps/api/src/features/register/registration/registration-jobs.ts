import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listAbandoned } from './registration.repository.ts'
import { endRegistration } from './submit-registration.ts'

/** Begun and not sent for so long [PD]. */
const keptForMs = 7 * 86_400_000
const atOnce = 200

/** Ends applications that were begun and never sent; their files go as loose ones do. */
export async function endAbandoned(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - keptForMs)
  const ids = await listAbandoned(platform, before, atOnce)
  for (const id of ids) await endRegistration(platform, 'end-registrations', id)
  return ids.length
}

export function registrationJobs(platform: Platform): RecurringJob[] {
  return [{ name: 'end-registrations', cron: '50 3 * * *', run: async () => void (await endAbandoned(platform)) }]
}
