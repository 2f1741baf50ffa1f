import { period as periodOf } from '@shebao/kernel'
import { pathOf } from './selection.ts'
import type { Figure, Selection } from './selection.ts'
import type { StatisticDimension, StatisticMeasure } from './statistics.generated.ts'

export const dimensions = [
  'PERIOD',
  'INSURANCE',
  'INDUSTRY',
  'DISTRICT',
] as const satisfies readonly StatisticDimension[]

/** What a chart shows. Billed and collected stand in one bar. */
export const measures = ['PEOPLE', 'EMPLOYERS', 'BASE', 'CHARGED', 'OVERDUE'] as const
export type Measure = (typeof measures)[number]

/** By what the employers behind a figure come in order. */
const orders: Readonly<Record<Exclude<Measure, 'OVERDUE'>, StatisticMeasure>> = {
  PEOPLE: 'PEOPLE',
  EMPLOYERS: 'PEOPLE',
  BASE: 'BASE',
  CHARGED: 'CHARGED',
}

/** What is chosen, narrowed to one bar or cell. */
export function narrowed(selection: Selection, by: StatisticDimension, key: string): Selection {
  if (by === 'PERIOD') return { ...selection, from: periodOf(key), to: periodOf(key) }
  if (by === 'INSURANCE') return { ...selection, insurance: key }
  return by === 'INDUSTRY' ? { ...selection, industry: key } : { ...selection, district: key }
}

/** The rows that a figure counts. */
export function rowsPath(
  selection: Selection,
  by: StatisticDimension,
  key: string,
  measure: Measure | StatisticMeasure,
) {
  const part = narrowed(selection, by, key)
  if (measure === 'OVERDUE') return pathOf('/staff/statistics/bills', part)
  const order = measure === 'SETTLED' || measure === 'OPEN' ? measure : orders[measure]
  return pathOf('/staff/statistics/employers', part, { order })
}

/** Collected, then what is open and not due, then what is overdue. */
export function partsOf({ people, employers, base, settled, open, overdue }: Figure, measure: Measure) {
  if (measure === 'CHARGED')
    return [
      { tone: 'solid', value: settled },
      { tone: 'light', value: Math.max(0, open - overdue) },
      { tone: 'late', value: Math.min(open, overdue) },
    ] as const
  if (measure === 'OVERDUE') return [{ tone: 'late', value: overdue }] as const
  const value = { PEOPLE: people, EMPLOYERS: employers, BASE: base }[measure]
  return [{ tone: 'solid', value }] as const
}
