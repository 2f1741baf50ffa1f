import { firstOpenPeriod } from '@shebao/declaration-rules'
import { addMonths, daysInMonth, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { DeclarationMode } from '@shebao/premium'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationMode } from '../../money/assessment/index.ts'
import { findParameter } from '../../money/policy/index.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import { inspectionWindow, windowState } from '../declaration/index.ts'
import { findExtendedMonth } from './extension.repository.ts'

/** Until when which month is declared, as the region's parameters say. */
export interface MonthlyWindow {
  readonly today: string
  readonly region: string
  readonly mode: DeclarationMode
  /** Last day of a month on which its changes are taken; nothing where the region sets none. */
  readonly cutOffDay: number | undefined
  /** The month that a regular declaration is about now. */
  readonly open: Period
  /** Last day for it. */
  readonly due: string
  /** The office moved that day for this unit. */
  readonly extended: boolean
}

/** How many months back something forgotten or wrong may be declared online; older ones go through back payment (domain 3.5) [PD]. */
export const monthsBack = 3

export async function monthlyWindow(platform: Platform, employerId: string): Promise<MonthlyWindow> {
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const today = platform.clock.today()
  const current = toPeriod(today.slice(0, 7))
  const { region } = employer
  const day = await findParameter(platform, region, current, 'FILING_CUT_OFF_DAY')
  const cutOffDay = typeof day === 'number' ? day : undefined
  const mode = await declarationMode(platform, region, current)
  const regular = firstOpenPeriod(today, cutOffDay)
  // An extended month comes first, however far the calendar is: it is the one that is missing.
  const extended = await findExtendedMonth(platform, employerId)
  if (extended && extended.period <= regular)
    return { today, region, mode, cutOffDay, open: toPeriod(extended.period), due: extended.until, extended: true }
  return { today, region, mode, cutOffDay, open: regular, due: dueDayOf(regular, cutOffDay), extended: false }
}

/** Whether the annual declaration of bases is open: then another base needs no reason (domain 3.1). */
export async function isAnnualWindowOpen(platform: Platform, employerId: string): Promise<boolean> {
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const today = platform.clock.today()
  return windowState(inspectionWindow(await getOfficeOf(platform, employer), today), today) === 'OPEN'
}

/** The last day on which a month's regular declaration is taken. */
export function dueDayOf(month: Period, cutOffDay: number | undefined): string {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return `${month}-${String(Math.min(cutOffDay ?? last, last)).padStart(2, '0')}`
}

export const oldestPeriod = ({ today }: MonthlyWindow): Period => addMonths(toPeriod(today.slice(0, 7)), -monthsBack)
