import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'
import type { BillingChecks } from '../fitness/readiness.ts'
import type { Platform } from '../platform/platform.ts'
import { asOffice } from '../platform/tenancy.ts'
import { certificateWatch } from './certificate-days.ts'
import { officeMetrics } from './metric-names.ts'
import type { Series } from './metric-names.ts'
import { takeReadings } from './take-readings.ts'

/** The office's state among the metrics. However many of them, and whoever asks, it is looked at once at a time. */
export function addOfficeMetrics(registry: Registry, platform: Platform, checks: BillingChecks): void {
  const certificateEnds = certificateWatch(platform.environment.publicUrl)
  let underWay: Promise<Series[]> | undefined
  const look = () => {
    underWay ??= asOffice('PROBE', () => takeReadings(platform, checks, certificateEnds)).finally(() => {
      underWay = undefined
    })
    return underWay
  }
  for (const [name, { help, labels }] of Object.entries(officeMetrics))
    new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        const series = (await look()).filter(({ metric }) => metric === name)
        this.reset()
        // A gauge without labels begins with a 0 that nobody has read.
        if (labels.length === 0 && series.length === 0) this.remove()
        for (const { labels: given, value } of series) this.set({ ...given }, value)
      },
    })
}
