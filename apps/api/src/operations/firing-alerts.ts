import type { Registry } from 'prom-client'
import { alertRules } from './alert-rules.ts'
import type { AlertRule } from './alert-rules.ts'

export interface FiringAlert {
  name: string
  urgency: AlertRule['urgency']
  words: AlertRule['words']
  /** Which of several: the job, the folder. */
  labels: Readonly<Record<string, string | number>>
  value: number
}

/** Each series that is beyond its limit now, those that cannot wait first. */
export async function findFiringAlerts(registry: Registry): Promise<FiringAlert[]> {
  const metrics = new Map((await registry.getMetricsAsJSON()).map(({ name, values }) => [name, values]))
  const firing = alertRules.flatMap((rule: AlertRule) =>
    (metrics.get(rule.metric) ?? [])
      .filter(({ labels, value }) => isOf(rule, labels) && isBeyond(rule, value))
      .map(({ labels, value }) => ({
        name: rule.name,
        urgency: rule.urgency,
        words: rule.words,
        labels: labels as FiringAlert['labels'],
        value,
      })),
  )
  return firing.toSorted((a, b) => Number(b.urgency === 'NOW') - Number(a.urgency === 'NOW'))
}

const isOf = ({ labels = {} }: AlertRule, given: Partial<Record<string, string | number>>) =>
  Object.entries(labels).every(([name, value]) => given[name] === value)

const isBeyond = ({ above, below }: AlertRule, value: number) =>
  (above !== undefined && value > above) || (below !== undefined && value < below)
