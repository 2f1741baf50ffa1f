import type { Platform } from '../../../platform/platform.ts'
import { claimUntold, noteTold } from './alert.repository.ts'
import type { AlertRow } from './alert.repository.ts'
import { sendAlert } from './alert-webhook.ts'
import type { AlertNews } from './alert-webhook.ts'

/** Longer than telling all that is claimed at once takes. */
const claimedMs = 5 * 60_000
/** What was over yesterday is no news [PD]. */
const triedForMs = 24 * 3_600_000

/**
 * Tells what began and what ended, each once it was taken; what was not is tried again with the next look. A process that dies between
 * the answer and its note tells it twice.
 */
export async function tellAlerts(platform: Platform): Promise<void> {
  const { environment, clock } = platform
  if (!environment.alertWebhook) return
  const now = clock.now()
  const claimed = await claimUntold(platform, {
    now,
    until: new Date(now.getTime() + claimedMs),
    since: new Date(now.getTime() - triedForMs),
  })
  for (const alert of claimed) await noteTold(platform, await tell(platform, alert))
}

async function tell({ environment, clock }: Platform, alert: AlertRow): Promise<AlertRow> {
  const news = (type: AlertNews['type'], endedAt: Date | null): AlertNews => ({
    ...alert,
    id: `alert-${alert.id}-${type === 'alert.began' ? 'began' : 'ended'}`,
    type,
    endedAt,
  })
  const send = async (what: AlertNews) => ((await sendAlert(environment, what, clock.now())) ? clock.now() : null)
  const beginToldAt = alert.beginToldAt ?? (await send(news('alert.began', null)))
  // In this order only: that something is over says nothing to who never heard of it.
  const over = beginToldAt !== null && alert.endedAt !== null
  return { ...alert, beginToldAt, endToldAt: over ? await send(news('alert.ended', alert.endedAt)) : null }
}
