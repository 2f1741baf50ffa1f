import { hostname } from 'node:os'
import type { JudgedSeries } from '../../../operations/firing-alerts.ts'
import type { Environment } from '../../../platform/environment.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { sendAlert } from './alert-webhook.ts'
import type { AlertNews } from './alert-webhook.ts'
import { removeWatch } from './alert.repository.ts'
import { noteLook } from './note-look.ts'
import { tellAlerts } from './tell-alerts.ts'

const everyMs = 60_000

/** What tells this process from the others on the same database, and the same after a restart. */
function processName({ host, port }: Pick<Environment, 'host' | 'port'>): string {
  const isEverywhere = /^(127\.0\.0\.1|localhost|0\.0\.0\.0|::1?)$/.test(host)
  return `${isEverywhere ? hostname() : host}:${port}`
}

/**
 * Looks every minute, by a timer of its own: that jobs stand still is one of the things it must see. Without a database nothing can be
 * kept or agreed on; then this process tells of that alone, and of its end.
 */
export class AlertWatcher {
  readonly #platform: Platform
  readonly #judge: () => Promise<readonly JudgedSeries[]>
  readonly #process: string
  /** Without a database, since when, and whether that was taken. */
  #away: { since: Date; looks: number; told: boolean } | undefined

  constructor(platform: Platform, judge: () => Promise<readonly JudgedSeries[]>) {
    this.#platform = platform
    this.#judge = judge
    this.#process = processName(platform.environment)
  }

  async look(): Promise<void> {
    const seen = await this.#judge()
    try {
      await noteLook(this.#platform, this.#process, seen)
      await this.#tellThatItIsBack()
      await tellAlerts(this.#platform)
    } catch (error) {
      this.#platform.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'alerts were not kept')
      await this.#tellThatItIsAway(seen)
    }
  }

  /** A process that ends is no longer asked. */
  async leave(): Promise<void> {
    await removeWatch(this.#platform, this.#process).catch(() => undefined)
  }

  async #tellThatItIsAway(seen: readonly JudgedSeries[]): Promise<void> {
    if (!seen.some(({ name, firing }) => name === 'DatabaseAway' && firing)) return
    this.#away ??= { since: this.#platform.clock.now(), looks: 0, told: false }
    this.#away.looks += 1
    if (this.#away.looks > 1 && !this.#away.told) this.#away.told = await this.#send('alert.began', this.#away.since)
  }

  async #tellThatItIsBack(): Promise<void> {
    const away = this.#away
    if (!away) return
    if (!away.told || (await this.#send('alert.ended', away.since))) this.#away = undefined
  }

  #send(type: AlertNews['type'], since: Date): Promise<boolean> {
    const { environment, clock } = this.#platform
    const now = clock.now()
    const ended = type === 'alert.ended'
    return sendAlert(
      environment,
      {
        id: `database-away-${this.#process}-${since.getTime()}-${ended ? 'ended' : 'began'}`,
        type,
        name: 'DatabaseAway',
        labels: {},
        process: this.#process,
        beganAt: since,
        endedAt: ended ? now : null,
      },
      now,
    )
  }
}

/** Until the function that it gives back is called, which waits for the look that is under way. */
export function watchAlerts(platform: Platform, judge: () => Promise<readonly JudgedSeries[]>): () => Promise<void> {
  const watcher = new AlertWatcher(platform, judge)
  let underWay: Promise<void> | undefined
  const look = () => {
    underWay ??= asOffice('PROBE', () => watcher.look())
      .catch((error: unknown) => platform.logger.error({ error: String(error) }, 'alerts were not looked at'))
      .finally(() => (underWay = undefined))
  }
  look()
  const timer = setInterval(look, everyMs)
  return async () => {
    clearInterval(timer)
    await underWay
    await asOffice('PROBE', () => watcher.leave())
  }
}
