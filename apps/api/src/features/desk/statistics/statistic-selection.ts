import { addDays, isOneOf, FIVE_INSURANCES, monthsBetween, parsePeriod } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import type { AgeLimits } from './arrears.repository.ts'
import type { StatisticSelection } from './statistics-codes.ts'

export interface SelectionArgs {
  from: string
  to: string
  insurance?: string | null | undefined
  industry?: string | null | undefined
  district?: string | null | undefined
}

/** Ten years beside each other: more is no chart. */
const mostMonths = 120

export function readSelection({ from, to, insurance, industry, district }: SelectionArgs): StatisticSelection {
  const [first, last] = [parsePeriod(from), parsePeriod(to)]
  if (!first) throw badInput('from', 'A month written YYYY-MM is needed.')
  if (!last) throw badInput('to', 'A month written YYYY-MM is needed.')
  if (first > last) throw badInput('to', 'The last month is before the first.')
  if (monthsBetween(first, last) >= mostMonths) throw badInput('to', `At most ${mostMonths} months.`)
  if (insurance && !isOneOf(FIVE_INSURANCES, insurance)) throw badInput('insurance', 'There is no such insurance.')
  if (industry && !/^[A-Z]$/.test(industry)) throw badInput('industry', 'An industry is one letter of GB/T 4754.')
  if (district && !/^\d{6}$/.test(district)) throw badInput('district', 'A district is six digits of GB/T 2260.')
  return {
    from,
    to,
    insurance: insurance || undefined,
    industry: industry || undefined,
    // Employers whose number holds no district stand together under none.
    district: district ?? undefined,
  }
}

export const ageLimitsOf = (today: CivilDate): AgeLimits => ({
  today,
  D30: addDays(today, -30),
  D90: addDays(today, -90),
  D365: addDays(today, -365),
})
