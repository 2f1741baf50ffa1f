import type { JudgedSeries } from '../../../operations/firing-alerts.ts'
import type { Platform } from '../../../platform/platform.ts'
import { agreeOnAlerts, longestSilenceMs } from './agree-on-alerts.ts'
import type { Finding, Watch } from './agree-on-alerts.ts'
import { keepWatch, listWatches, lockAlerts, removeOldAlerts, settleAlerts } from './alert.repository.ts'

const dayMs = 86_400_000
/** How long the page can be asked what was [PD]. */
const keptForDays = 90

/** What this process sees now is kept beside what the others saw last; what all of them say stands from then on. */
export async function noteLook(platform: Platform, process: string, seen: readonly JudgedSeries[]): Promise<void> {
  await platform.database.transaction(async () => {
    await lockAlerts(platform)
    const now = platform.clock.now()
    const watches = await listWatches(platform)
    const mine = watchOf(
      process,
      seen,
      now,
      watches.find((watch) => watch.process === process),
    )
    await keepWatch(platform, mine)
    const others = watches.filter((watch) => watch.process !== process)
    await settleAlerts(platform, agreeOnAlerts([...others, mine], now), now)
    await removeOldAlerts(platform, new Date(now.getTime() - keptForDays * dayMs), new Date(now.getTime() - dayMs))
  })
}

const sameSeries = (one: Finding, { name, labels }: JudgedSeries) =>
  one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value)

/** With the looks before it, as long as they followed each other. */
function watchOf(process: string, seen: readonly JudgedSeries[], now: Date, before: Watch | undefined): Watch {
  const follows = before !== undefined && now.getTime() - before.lookedAt.getTime() < longestSilenceMs
  const earlier = follows ? before.findings : []
  const findings = seen.map((series): Finding => {
    const known = earlier.find((finding) => sameSeries(finding, series))
    return { ...series, since: series.firing ? (known?.since ?? now.toISOString()) : null }
  })
  return { process, lookedAt: now, findings }
}
