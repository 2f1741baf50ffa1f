import type { RecurringJob } from '../../../platform/jobs.ts'
import { openFileStore } from '../../../platform/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findDisposable, markRemoved } from './attachment.repository.ts'

const looseForMs = 24 * 3_600_000
const atOnce = 200

/** Removes the bytes of what nobody attached and of what has been kept long enough; that they were there stays on record. */
export async function removeDisposable(platform: Platform): Promise<number> {
  const store = openFileStore(platform.environment)
  const looseBefore = new Date(platform.clock.now().getTime() - looseForMs)
  let removed = 0
  for (;;) {
    const ids = await findDisposable(platform, looseBefore, atOnce)
    if (ids.length === 0) return removed
    await Promise.all(ids.map((id) => store.remove(id)))
    await platform.database.transaction(async () => {
      await markRemoved(platform, ids)
      await platform.audit.record({
        actorKind: 'SYSTEM',
        origin: 'remove-attachments',
        action: 'REMOVE_ATTACHMENTS',
        recordType: 'Attachment',
        recordId: ids[0] ?? '',
        change: { files: ids.length },
      })
    })
    removed += ids.length
  }
}

/** Long after the slowest upload: what is older was left by a crash, and nothing names it. */
const unfinishedForMs = 24 * 3_600_000

/** Age is told by the disk's own clock, which wrote the time. */
export function removeUnfinished(platform: Platform): Promise<number> {
  return openFileStore(platform.environment).removeUnfinished(new Date(Date.now() - unfinishedForMs))
}

export function attachmentJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'remove-attachments',
      cron: '40 3 * * *',
      async run() {
        await removeDisposable(platform)
        await removeUnfinished(platform)
      },
    },
  ]
}
