import { addMonths, isOneOf, FIVE_INSURANCES, monthsBetween, parsePeriod, period as periodOf } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { StatisticOutlookQuery, StatisticsQuery } from './statistics.generated.ts'

export type Outlook = NonNullable<StatisticOutlookQuery['statisticOutlook']>

export type Figure = StatisticsQuery['statistics']['total']

/** What a page is narrowed to; it stands in the address. */
export interface Selection {
  from: Period
  to: Period
  insurance: string | null
  industry: string | null
  district: string | null
}

/** A year beside each other unless something else is chosen; the office takes ten at most. */
const aYear = 12
export const mostMonths = 120

/** What the address asks for, as far as there are figures of it; what cannot be understood asks for nothing. */
export function selectionOf(
  params: URLSearchParams,
  { first, last }: Pick<Outlook, 'first' | 'last'>,
  usualMonths = aYear,
): Selection {
  const to = parsePeriod(params.get('to') ?? '') ?? periodOf(last)
  const usual = addMonths(to, 1 - usualMonths)
  const wanted = parsePeriod(params.get('from') ?? '') ?? (usual < first ? periodOf(first) : usual)
  const from = wanted > to ? to : monthsBetween(wanted, to) >= mostMonths ? addMonths(to, 1 - mostMonths) : wanted
  const [insurance, industry, district] = [params.get('insurance'), params.get('industry'), params.get('district')]
  return {
    from,
    to,
    insurance: isOneOf(FIVE_INSURANCES, insurance) ? insurance : null,
    industry: industry && /^[A-Z]$/.test(industry) ? industry : null,
    district: district && /^\d{6}$/.test(district) ? district : null,
  }
}

/** The same as an address, with whatever else it says. */
export function pathOf(path: string, selection: Selection, more: Readonly<Record<string, string | null>> = {}): string {
  const given = Object.entries({ ...selection, ...more }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return `${path}?${new URLSearchParams(given)}`
}

/** Every month that can be chosen, the latest first; also one that the address asks for. */
export function monthsOf({ first, last }: Pick<Outlook, 'first' | 'last'>, { from, to }: Selection): Period[] {
  const [start, end] = [from < first ? from : periodOf(first), to > last ? to : periodOf(last)]
  return Array.from({ length: monthsBetween(start, end) + 1 }, (_, index) => addMonths(end, -index))
}
