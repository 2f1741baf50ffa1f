import { addMonths, civilDate, fen, paymentYear, period as toPeriod, periodsBetween } from '@shebao/kernel'
import { absenceMask, assessPeople, lateFee, requirePolicy } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { ParameterRow, Policy, PremiumColumns } from '@shebao/premium'
import { seededRandom } from '@shebao/test-support/identifiers'
import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'
import { makeUuid } from './demo-people.ts'
import type { DemoEnrolment, DemoUnit } from './demo-people.ts'

/** One employer's month as it was billed and, mostly, paid. */
export interface SeededNotice {
  id: string
  employerId: string
  number: string
  period: string
  people: number
  lines: { insurance: string; people: number; base: number; employer: number; personal: number }[]
  issuedOn: string
  dueOn: string
  /** Empty while unpaid. */
  postedOn: string | null
  /** What was paid late cost 0.05 % a day (SIL 86). */
  lateFee: number
}

const insurances = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
type InsuranceName = (typeof insurances)[number]

/** Three years of months, each assessed by the engine on the parameters of its own period. Nothing is dated after today. */
export async function seedMonths(
  tools: SeedTools,
  units: readonly DemoUnit[],
  parameters: readonly ParameterRow[],
  first: string,
  today: string,
): Promise<SeededNotice[]> {
  const random = seededRandom(23)
  const current = toPeriod(today.slice(0, 7))
  const notices: SeededNotice[] = []
  const rows: Record<string, unknown>[] = []
  for (const unit of units) {
    for (const period of periodsBetween(firstBilled(unit, toPeriod(first), current), lastBilled(unit, current))) {
      const policy = requirePolicy(parameters, '110000', period, unit.injuryClass)
      const active = unit.enrolments.filter((one) => one.fromPeriod <= period && (one.toPeriod ?? '9999-12') >= period)
      const year = paymentYear(7, period) - paymentYear(7, toPeriod(first))
      const wages = active.map((one) => one.wagesByPaymentYear[year] ?? 0)
      const columns = assessPeople(
        policy,
        wages,
        active.map(({ absent = [] }) => absenceMask(Object.fromEntries(absent.map((insurance) => [insurance, false])))),
      )
      const lines = noticeLines(policy, columns, active)
      const paidOn = postedOn(unit, period, today, random())
      const dueOn = `${period}-25`
      const notice: SeededNotice = {
        id: makeUuid(random),
        employerId: unit.id,
        number: `JF${period.replace('-', '')}${unit.registrationNo}`,
        period,
        people: active.length,
        lines,
        issuedOn: issueDay(period, today),
        dueOn,
        postedOn: paidOn,
        lateFee: lateFeeOf(lines, dueOn, paidOn),
      }
      notices.push(notice)
      rows.push(
        ...active.map((one, person) => monthRow(policy, columns, person, one, unit, notice, wages[person] ?? 0)),
      )
    }
  }
  await insertNotices(tools, notices)
  await insertPayments(tools, notices, random)
  await insertMonths(tools, rows)
  return notices
}

function firstBilled({ registeredMonthsAgo }: DemoUnit, first: Period, current: Period): Period {
  if (registeredMonthsAgo === undefined) return first
  const founded = addMonths(current, -registeredMonthsAgo)
  return founded > first ? founded : first
}

/**
 * Many employers have no bill for the current month yet: accepting their declaration makes it. Some did not declare the last one, which
 * everybody had to.
 */
function lastBilled(unit: DemoUnit, current: Period): Period {
  if (unit.habit === 'UNDECLARED') return addMonths(current, -2)
  return unit.habit === 'CURRENT_UNBILLED' || unit.habit === 'TWO_OVERDUE' ? addMonths(current, -1) : current
}

/** On the 5th, or as early as the demo is made. */
function issueDay(period: Period, today: string): string {
  const fifth = `${period}-05`
  return fifth < today ? fifth : today
}

/** Null while unpaid. What would be paid today is paid at an hour that has perhaps not come, so it is unpaid too. */
function postedOn(unit: DemoUnit, period: Period, today: string, chance: number): string | null {
  const day = payDay(unit, period, toPeriod(today.slice(0, 7)), chance)
  return day !== null && day < today ? day : null
}

function payDay(unit: DemoUnit, period: Period, current: Period, chance: number): string | null {
  const day = (from: number, to: number) => String(from + Math.floor(chance * (to - from))).padStart(2, '0')
  if (unit.unpaidMonthsAgo !== undefined && period === addMonths(current, -unit.unpaidMonthsAgo)) return null
  if (unit.habit === 'ARREARS' && period > addMonths(current, -4)) return null
  if (unit.habit === 'TWO_OVERDUE' && period > addMonths(current, -3)) return null
  if (period === current) return unit.habit === 'PUNCTUAL' ? `${period}-${day(6, 15)}` : null
  const late = unit.habit === 'LATE' && chance < 0.3
  return late ? `${addMonths(period, 1)}-${day(2, 20)}` : `${period}-${day(7, 24)}`
}

function lateFeeOf(lines: SeededNotice['lines'], dueOn: string, paidOn: string | null): number {
  if (!paidOn || paidOn <= dueOn) return 0
  const principal = lines.reduce((total, line) => total + line.employer + line.personal, 0)
  return lateFee({ principal: fen(principal), due: civilDate(dueOn), until: civilDate(paidOn) }).fee
}

function amount(
  policy: Policy,
  columns: PremiumColumns,
  person: number,
  insurance: InsuranceName,
  side: 'EMPLOYER' | 'PERSONAL',
): number {
  const line = policy.lines.findIndex((one) => one.insurance === insurance && one.side === side)
  return line < 0 ? 0 : (columns.amounts[person * columns.lineCount + line] ?? 0)
}

function base(policy: Policy, columns: PremiumColumns, person: number, insurance: InsuranceName): number {
  const limit = policy.limits.findIndex((one) => one.insurance === insurance)
  return limit < 0 ? 0 : (columns.bases[person * columns.limitCount + limit] ?? 0)
}

const takesPart = (enrolment: DemoEnrolment | undefined, insurance: InsuranceName): boolean =>
  !enrolment?.absent?.some((absent) => absent === insurance)

function noticeLines(policy: Policy, columns: PremiumColumns, active: readonly DemoEnrolment[]): SeededNotice['lines'] {
  const sum = (of: (person: number) => number) =>
    active.map((_, person) => of(person)).reduce((total, value) => total + value, 0)
  return insurances
    .filter((insurance) => policy.lines.some((line) => line.insurance === insurance))
    .map((insurance) => ({
      insurance,
      people: sum((person) => Number(takesPart(active[person], insurance))),
      base: sum((person) => base(policy, columns, person, insurance)),
      employer: sum((person) => amount(policy, columns, person, insurance, 'EMPLOYER')),
      personal: sum((person) => amount(policy, columns, person, insurance, 'PERSONAL')),
    }))
}

function monthRow(
  policy: Policy,
  columns: PremiumColumns,
  person: number,
  enrolment: DemoEnrolment,
  unit: DemoUnit,
  notice: SeededNotice,
  wage: number,
): Record<string, unknown> {
  const of = (insurance: InsuranceName, side: 'EMPLOYER' | 'PERSONAL') =>
    amount(policy, columns, person, insurance, side)
  return {
    individual_id: enrolment.person.id,
    period: notice.period,
    employer_id: unit.id,
    notice_id: notice.id,
    status: notice.postedOn ? 'PAID' : 'UNPAID',
    posted_on: notice.postedOn,
    average_wage: wage,
    pension_base: base(policy, columns, person, 'PENSION'),
    pension_employer: of('PENSION', 'EMPLOYER'),
    pension_personal: of('PENSION', 'PERSONAL'),
    medical_base: base(policy, columns, person, 'MEDICAL'),
    medical_employer: of('MEDICAL', 'EMPLOYER'),
    medical_personal: of('MEDICAL', 'PERSONAL'),
    unemployment_base: base(policy, columns, person, 'UNEMPLOYMENT'),
    unemployment_employer: of('UNEMPLOYMENT', 'EMPLOYER'),
    unemployment_personal: of('UNEMPLOYMENT', 'PERSONAL'),
    work_injury_base: base(policy, columns, person, 'WORK_INJURY'),
    work_injury_employer: of('WORK_INJURY', 'EMPLOYER'),
    maternity_base: base(policy, columns, person, 'MATERNITY'),
    maternity_employer: of('MATERNITY', 'EMPLOYER'),
  }
}

async function insertMonths(tools: SeedTools, rows: readonly Record<string, unknown>[]): Promise<void> {
  const money = [
    'average_wage',
    ...['pension', 'medical', 'unemployment'].flatMap((name) => [
      `${name}_base`,
      `${name}_employer`,
      `${name}_personal`,
    ]),
    'work_injury_base',
    'work_injury_employer',
    'maternity_base',
    'maternity_employer',
  ]
  await bulkInsert(
    tools,
    'premium_payment',
    {
      individual_id: 'uuid',
      period: 'text',
      employer_id: 'uuid',
      notice_id: 'uuid',
      status: 'text',
      posted_on: 'text',
      ...Object.fromEntries(money.map((name) => [name, 'bigint' as const])),
    },
    rows,
  )
}

/** Each paid notice was paid online, in full, on the day it was posted. */
async function insertPayments(tools: SeedTools, notices: readonly SeededNotice[], random: () => number): Promise<void> {
  const rows = notices.flatMap(({ employerId, id, lateFee: fee, lines, number, postedOn: paidOn }) =>
    paidOn === null
      ? []
      : [
          {
            id: makeUuid(random),
            notice_id: id,
            employer_id: employerId,
            idempotency_key: `history-${number}`,
            amount: lines.reduce((total, line) => total + line.employer + line.personal, fee),
            channel: 'E_BANK',
            status: 'SUCCESS',
            bank_reference: `SB${number}`,
            value_date: paidOn,
            created_at: `${paidOn}T02:00:00Z`,
            settled_at: `${paidOn}T02:01:00Z`,
          },
        ],
  )
  await bulkInsert(
    tools,
    'payment',
    {
      id: 'uuid',
      notice_id: 'uuid',
      employer_id: 'uuid',
      idempotency_key: 'text',
      amount: 'bigint',
      channel: 'text',
      status: 'text',
      bank_reference: 'text',
      value_date: 'text',
      created_at: 'timestamp',
      settled_at: 'timestamp',
    },
    rows,
  )
}

async function insertNotices(tools: SeedTools, notices: readonly SeededNotice[]): Promise<void> {
  const sum = (notice: SeededNotice, side: 'employer' | 'personal') =>
    notice.lines.reduce((total, line) => total + line[side], 0)
  await bulkInsert(
    tools,
    'payment_notice',
    {
      id: 'uuid',
      number: 'text',
      employer_id: 'uuid',
      period: 'text',
      people: 'int',
      employer_total: 'bigint',
      personal_total: 'bigint',
      late_fee: 'bigint',
      total: 'bigint',
      status: 'text',
      issued_on: 'text',
      due_on: 'text',
      posted_on: 'text',
    },
    notices.map((notice) => ({
      id: notice.id,
      number: notice.number,
      employer_id: notice.employerId,
      period: notice.period,
      people: notice.people,
      employer_total: sum(notice, 'employer'),
      personal_total: sum(notice, 'personal'),
      late_fee: notice.lateFee,
      total: sum(notice, 'employer') + sum(notice, 'personal') + notice.lateFee,
      status: notice.postedOn ? 'POSTED' : 'UNPAID',
      issued_on: notice.issuedOn,
      due_on: notice.dueOn,
      posted_on: notice.postedOn,
    })),
  )
  await bulkInsert(
    tools,
    'payment_notice_line',
    {
      notice_id: 'uuid',
      insurance: 'text',
      people: 'int',
      base: 'bigint',
      employer: 'bigint',
      personal: 'bigint',
    },
    notices.flatMap((notice) => notice.lines.map((line) => ({ notice_id: notice.id, ...line }))),
  )
}
