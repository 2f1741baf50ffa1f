import { alertRules } from '../../../operations/alert-rules.ts'
import type { AlertName, AlertRule } from '../../../operations/alert-rules.ts'
import type { AlertLabels } from '../../../operations/firing-alerts.ts'

/** One series as a process saw it; `since` from its first look of those in a row that saw it firing. */
export interface Finding {
  name: AlertName
  labels: AlertLabels
  firing: boolean
  since: string | null
}

export interface Watch {
  process: string
  lookedAt: Date
  findings: readonly Finding[]
}

/** What all of them together say. */
export interface StandingAlert {
  key: string
  name: AlertName
  labels: AlertLabels
  process: string | null
  beganAt: Date
}

/** A process that has not looked for so long is not counted: it is gone, or cannot reach the database. */
export const longestSilenceMs = 3 * 60_000

const isOfProcess = new Set<string>(
  alertRules.filter((rule: AlertRule) => rule.of === 'PROCESS').map(({ name }) => name),
)

/** Beyond the limit in two looks in a row, as Prometheus waits a minute: one long statement is no alert. */
const hasStood = ({ since }: Finding, lookedAt: Date) => since !== null && new Date(since) < lookedAt

/**
 * What is of a process stands for itself. Of what is the office's, the best that any process says: one of them alone may know of a
 * backup (alert-rules.ts, `of`).
 */
export function agreeOnAlerts(watches: readonly Watch[], now: Date): StandingAlert[] {
  const live = watches.filter(({ lookedAt }) => now.getTime() - lookedAt.getTime() < longestSilenceMs)
  const well = new Set<string>()
  const standing = new Map<string, StandingAlert>()
  for (const { process, lookedAt, findings } of live)
    for (const finding of findings) {
      const { name, labels, since } = finding
      const of = isOfProcess.has(name) ? process : null
      const key = [name, ...Object.values(labels), ...(of === null ? [] : [`@${of}`])].join(' ')
      if (!finding.firing) well.add(key)
      else if (since !== null && hasStood(finding, lookedAt)) {
        const known = standing.get(key)
        const beganAt = new Date(since)
        if (!known || beganAt < known.beganAt) standing.set(key, { key, name, labels, process: of, beganAt })
      }
    }
  return [...standing.values()].filter(({ key }) => !well.has(key))
}
