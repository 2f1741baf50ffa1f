import { paymentYear, period } from '@shebao/kernel'
import { SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { SeedTools } from './bulk-insert.ts'
import { addMonthsTo, makeDemoUnits } from './demo-people.ts'
import type { DemoUnit } from './demo-people.ts'
import { seedCalendar } from './seed-calendar.ts'
import { seedLedger } from './seed-ledger.ts'
import { addTeachingPeople } from './teaching-people.ts'
import type { TeachingPerson } from './teaching-people.ts'
import { seedMonths } from './seed-months.ts'
import type { SeededNotice } from './seed-months.ts'
import { seedRegister } from './seed-register.ts'

export { demoPassword, demoStaff } from './demo-employers.ts'
export { seedCalendar } from './seed-calendar.ts'
export type { DemoUnit, DemoEnrolment, DemoPerson } from './demo-people.ts'
export type { SeedTools } from './bulk-insert.ts'
export type { SeededNotice } from './seed-months.ts'
export type { TeachingCase } from './teaching-case.ts'
export type { TeachingPerson } from './teaching-people.ts'

const monthsOfHistory = 36
/** Shipped parameters begin here; no month before it can be assessed. */
const earliestPeriod = '2023-07'

export interface SeededOffice {
  units: DemoUnit[]
  teaching: TeachingPerson[]
  notices: SeededNotice[]
  /** Of the present payment year among everybody's wages. */
  wageIndex: number
  firstPeriod: string
}

/**
 * The register of the demo office and three years of its months, the same for the same day. What people did with it
 * (declarations in every state) is played on top through the real use cases.
 */
export async function seedDemoOffice(tools: SeedTools, today: string, passwordHash: string): Promise<SeededOffice> {
  const current = today.slice(0, 7)
  const wished = addMonthsTo(current, 1 - monthsOfHistory)
  const first = wished > earliestPeriod ? wished : earliestPeriod
  const firstYear = paymentYear(7, period(first))
  const { units, teaching } = addTeachingPeople(makeDemoUnits(first, current), first, current)
  await seedCalendar(tools, today)
  await seedRegister(tools, units, today, passwordHash, (month) => paymentYear(7, period(month)) - firstYear)
  const notices = await seedMonths(tools, units, SHIPPED_PARAMETER_ROWS, first, today)
  await seedLedger(tools)
  await countRows(tools)
  return { units, teaching, notices, firstPeriod: first, wageIndex: paymentYear(7, period(current)) - firstYear }
}

/**
 * So much at once leaves the planner guessing, and the embedded database counts nothing by itself. A small sample is enough to know a
 * large table from a small one.
 */
async function countRows(tools: SeedTools): Promise<void> {
  await tools.query({ text: 'SET LOCAL default_statistics_target = 10' })
  await tools.query({ text: 'ANALYZE' })
  await tools.query({ text: 'SET LOCAL default_statistics_target TO DEFAULT' })
}
