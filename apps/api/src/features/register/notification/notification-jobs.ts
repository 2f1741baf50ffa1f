import { civilDateAt } from '@shebao/kernel'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deliverDue } from './deliver.ts'
import { removeNotificationsBefore } from '../../../telling/notification-state.repository.ts'

/** A notification proves nothing: what it tells of stands in the case, for as long as that is kept [PD]. */
const keptForDays = 730
const atOnce = 1000
const dayMs = 24 * 3_600_000

/** Removes what was told two years ago, with what went outside. */
export async function removeOldNotifications(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - keptForDays * dayMs)
  let removed = 0
  for (;;) {
    const now = await platform.database.transaction(async () => {
      const gone = await removeNotificationsBefore(platform, before, atOnce)
      if (gone > 0)
        await platform.audit.record({
          actorKind: 'SYSTEM',
          origin: 'remove-notifications',
          action: 'REMOVE_NOTIFICATIONS',
          recordType: 'Notification',
          recordId: civilDateAt(before),
          change: { notifications: gone, before: civilDateAt(before) },
        })
      return gone
    })
    removed += now
    if (now < atOnce) return removed
  }
}

export function notificationJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'deliver-notifications',
      cron: '* * * * *',
      async run() {
        const { sent, failed } = await deliverDue(platform)
        if (sent + failed > 0) platform.logger.info({ sent, failed }, 'notifications carried outside')
      },
    },
    {
      name: 'remove-notifications',
      cron: '50 3 * * *',
      run: async () => void (await removeOldNotifications(platform)),
    },
  ]
}
