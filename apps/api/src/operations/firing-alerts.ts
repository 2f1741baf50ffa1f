import type { Registry } from 'prom-client'
import { alertRules } from './alert-rules.ts'
import type { AlertName, AlertRule } from './alert-rules.ts'

export type AlertLabels = Readonly<Record<string, string | number>>

export interface FiringAlert {
  name: AlertName
  urgency: AlertRule['urgency']
  words: AlertRule['words']
  /** Which of several: the job, the folder. */
  labels: AlertLabels
  value: number
}

/** One series of a rule's metric, be it beyond the limit or well. */
export interface JudgedSeries {
  name: AlertName
  labels: AlertLabels
  firing: boolean
}

type NamedRule = AlertRule & { name: AlertName }
const rules: readonly NamedRule[] = alertRules

/** Every series that some rule is about: of several processes each says what it sees, also that it is well. */
export async function judgeAlerts(registry: Registry): Promise<JudgedSeries[]> {
  return (await readSeries(registry)).map(({ rule, labels, firing }) => ({ name: rule.name, labels, firing }))
}

/** Each series that is beyond its limit now, those that cannot wait first. */
export async function findFiringAlerts(registry: Registry): Promise<FiringAlert[]> {
  const firing = (await readSeries(registry))
    .filter((series) => series.firing)
    .map(({ rule: { name, urgency, words }, labels, value }) => ({ name, urgency, words, labels, value }))
  return firing.toSorted((a, b) => Number(b.urgency === 'NOW') - Number(a.urgency === 'NOW'))
}

async function readSeries(registry: Registry) {
  const metrics = new Map((await registry.getMetricsAsJSON()).map(({ name, values }) => [name, values]))
  return rules.flatMap((rule) =>
    (metrics.get(rule.metric) ?? [])
      .filter(({ labels }) => isOf(rule, labels))
      .map(({ labels, value }) => ({ rule, labels: labels as AlertLabels, value, firing: isBeyond(rule, value) })),
  )
}

const isOf = ({ labels = {} }: AlertRule, given: Partial<Record<string, string | number>>) =>
  Object.entries(labels).every(([name, value]) => given[name] === value)

const isBeyond = ({ above, below }: AlertRule, value: number) =>
  (above !== undefined && value > above) || (below !== undefined && value < below)
