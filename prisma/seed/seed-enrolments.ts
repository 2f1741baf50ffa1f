import { addMonths, paymentYear, paymentYearPeriods, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { seededRandom } from '@shebao/test-support/identifiers'
import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'
import { makeUuid } from './demo-people.ts'
import type { DemoEnrolment, DemoUnit } from './demo-people.ts'

/** Everybody's spells as the register has them: one stretch for each payment year, since each brought another average. */
export async function seedEnrolments(
  tools: SeedTools,
  units: readonly DemoUnit[],
  today: string,
  wageYear: (period: string) => number,
): Promise<void> {
  const random = seededRandom(41)
  await bulkInsert(
    tools,
    'enrolment',
    {
      id: 'uuid',
      spell_id: 'uuid',
      employer_id: 'uuid',
      individual_id: 'uuid',
      employment_form: 'text',
      household_type: 'text',
      hire_date: 'text',
      from_period: 'text',
      to_period: 'text',
      leave_date: 'text',
      stop_reason: 'text',
      average_wage: 'bigint',
      wages_last_year: 'bigint',
      months_worked: 'int',
      first_month_wage: 'bigint',
      pension: 'bool',
      medical: 'bool',
      unemployment: 'bool',
      maternity: 'bool',
      recorded_at: 'timestamp',
    },
    units.flatMap((unit) =>
      unit.enrolments.flatMap((enrolment) =>
        stretchesOf(enrolment, toPeriod(today.slice(0, 7)), wageYear).map(({ from, to, last }) => ({
          id: last ? enrolment.id : makeUuid(random),
          spell_id: enrolment.id,
          employer_id: unit.id,
          individual_id: enrolment.person.id,
          employment_form: enrolment.employmentForm,
          household_type: enrolment.householdType,
          hire_date: enrolment.hireDate,
          from_period: from,
          to_period: to,
          leave_date: last ? enrolment.toPeriod && `${enrolment.toPeriod}-28` : null,
          stop_reason: last ? enrolment.stopReason : null,
          ...declaredWages(enrolment, from, wageYear),
          pension: !enrolment.absent?.includes('PENSION'),
          medical: !enrolment.absent?.includes('MEDICAL'),
          unemployment: !enrolment.absent?.includes('UNEMPLOYMENT'),
          maternity: !enrolment.absent?.includes('MATERNITY'),
          recorded_at: recordedAt(from, today),
        })),
      ),
    ),
  )
}

interface Stretch {
  from: Period
  to: Period | null
  last: boolean
}

/** Cut at each beginning of a payment year of which the demo has wages. */
function stretchesOf(
  { fromPeriod, toPeriod: end }: DemoEnrolment,
  current: Period,
  wageYear: (period: string) => number,
): Stretch[] {
  const last = end === null || end > current ? current : toPeriod(end)
  const cuts: Period[] = []
  const begin = toPeriod(fromPeriod)
  for (let year = paymentYear(7, begin) + 1; paymentYearPeriods(7, year).first <= last; year += 1) {
    const { first } = paymentYearPeriods(7, year)
    if (wageYear(first) > 0) cuts.push(first)
  }
  const starts = [begin, ...cuts]
  return starts.map((from, index) => {
    const next = starts[index + 1]
    return { from, to: next ? addMonths(next, -1) : end === null ? null : toPeriod(end), last: next === undefined }
  })
}

/** In the month in which it began to hold; what begins this month, today at the latest. */
function recordedAt(from: Period, today: string): string {
  const day = `${from}-05`
  return `${day < today ? day : today}T00:00:00Z`
}

interface DeclaredWages {
  average_wage: number | undefined
  wages_last_year: number | null
  months_worked: number | null
  first_month_wage: number | null
}

/** The average with the year's wages and months behind it, as a declaration would have stated them; who came later has a first month. */
function declaredWages(
  { hireDate, wagesByPaymentYear }: DemoEnrolment,
  from: Period,
  wageYear: (period: string) => number,
): DeclaredWages {
  const average = wagesByPaymentYear[Math.max(0, wageYear(from))]
  const yearBefore = paymentYear(7, from) - 1
  const hireYear = Number(hireDate.slice(0, 4))
  const none = { average_wage: average, wages_last_year: null, months_worked: null, first_month_wage: null }
  if (average === undefined) return none
  if (hireYear > yearBefore) return { ...none, first_month_wage: average }
  const months = hireYear === yearBefore ? 13 - Number(hireDate.slice(5, 7)) : 12
  return { ...none, wages_last_year: average * months, months_worked: months }
}
