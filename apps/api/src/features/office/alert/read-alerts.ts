import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { alertRules } from '../../../operations/alert-rules.ts'
import type { Platform } from '../../../platform/platform.ts'
import { longestSilenceMs } from './agree-on-alerts.ts'
import { listEnded, listStanding, listWatches } from './alert.repository.ts'
import type { AlertRow } from './alert.repository.ts'

const shownForMs = 30 * 86_400_000
const mostEnded = 50

export interface OfficeAlerts {
  standing: readonly AlertRow[]
  ended: readonly AlertRow[]
  /** When the last of the processes looked. */
  lookedAt: Date | null
  /** Whether that was lately enough for this to be what is so now. */
  current: boolean
  processes: number
  webhook: boolean
}

const isUrgent = ({ name }: AlertRow) => alertRules.find((rule) => rule.name === name)?.urgency === 'NOW'

/** What stands, those that cannot wait first, and what was over within thirty days. */
export async function readAlerts(platform: Platform, viewer: Viewer | undefined): Promise<OfficeAlerts> {
  requireMay(viewer, 'alert:read')
  const watches = await listWatches(platform)
  const standing = await listStanding(platform)
  const ended = await listEnded(platform, new Date(platform.clock.now().getTime() - shownForMs), mostEnded)
  const last = Math.max(0, ...watches.map(({ lookedAt }) => lookedAt.getTime()))
  return {
    standing: standing.toSorted((one, other) => Number(isUrgent(other)) - Number(isUrgent(one))),
    ended,
    lookedAt: last > 0 ? new Date(last) : null,
    current: platform.clock.now().getTime() - last < longestSilenceMs,
    processes: watches.length,
    webhook: platform.environment.alertWebhook !== undefined,
  }
}
