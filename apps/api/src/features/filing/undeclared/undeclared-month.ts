import { addMonths, civilDate, daysBetween, parsePeriod, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationMode } from '../../money/assessment/index.ts'
import { findParameter } from '../../money/policy/index.ts'
import { requireRegion } from '../../money/run/index.ts'
import { dueDayOf } from '../monthly/index.ts'

/** A month of the office: whether it is declared by itself, until when, and how long that is over. */
export interface UndeclaredMonth {
  readonly period: Period
  readonly region: string
  /** False: an unchanged earlier declaration covers it, and nobody owes one (3.1). */
  readonly monthlySelf: boolean
  readonly hasCutOff: boolean
  readonly dueOn: string
  /** 0 while it can still be declared in time. */
  readonly overdueDays: number
}

export async function readUndeclaredMonth(platform: Platform, asked: string): Promise<UndeclaredMonth> {
  const period = parsePeriod(asked)
  if (period === undefined) throw badInput('period', 'A month is written YYYY-MM.')
  const today = platform.clock.today()
  if (period > toPeriod(today.slice(0, 7))) throw badInput('period', 'This month has not begun.')
  const region = await requireRegion(platform)
  const day = await findParameter(platform, region, period, 'FILING_CUT_OFF_DAY')
  const dueOn = dueDayOf(period, typeof day === 'number' ? day : undefined)
  return {
    period,
    region,
    monthlySelf: (await declarationMode(platform, region, period)) === 'MONTHLY_SELF',
    hasCutOff: typeof day === 'number',
    dueOn,
    overdueDays: Math.max(0, daysBetween(civilDate(dueOn), today)),
  }
}

/** So many months back somebody looks. */
const monthsShown = 12

const currentMonth = ({ clock }: Platform): Period => toPeriod(clock.today().slice(0, 7))

export function latestMonths(platform: Platform): Period[] {
  return Array.from({ length: monthsShown }, (_, back) => addMonths(currentMonth(platform), -back))
}

/** The latest month whose last day is over. */
export async function readLatestMonth(platform: Platform): Promise<UndeclaredMonth> {
  const current = await readUndeclaredMonth(platform, currentMonth(platform))
  return current.overdueDays > 0 ? current : readUndeclaredMonth(platform, addMonths(current.period, -1))
}
