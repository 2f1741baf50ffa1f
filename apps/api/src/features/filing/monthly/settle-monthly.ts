import { addMonths, period as toPeriod, periodsBetween } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { assessDeclaredMonth, isMonthBilled } from '../../money/assessment/index.ts'
import { settleChangedPeople } from '../../money/difference/index.ts'
import type { SettledDifferences } from '../../money/difference/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import type { CarriedChanges } from './carry-changes.ts'
import { periodOf } from './monthly-case.ts'
import { monthlyWindow } from './monthly-window.ts'

export interface SettledMonthly {
  /** The bill of the month where acceptance wrote it, or settled what had been deemed. */
  noticeId: string | undefined
  difference: SettledDifferences | undefined
}

/**
 * The money of an accepted declaration. Where every month is declared by itself its month is billed now (domain 3.1), and one that
 * was deemed is settled (3.3); elsewhere the monthly run bills it. What was billed before costs what it costs now, person by person.
 */
export async function settleMonthly(
  platform: Platform,
  declaration: DeclarationRow,
  { individualIds, from }: Pick<CarriedChanges, 'individualIds' | 'from'>,
): Promise<SettledMonthly> {
  const { id: declarationId, employerId, version } = declaration
  const window = await monthlyWindow(platform, employerId)
  const [period, current] = [toPeriod(periodOf(declaration)), toPeriod(window.today.slice(0, 7))]
  const before = await isMonthBilled(platform, employerId, period)
  const declares = window.mode === 'MONTHLY_SELF' && period <= current
  const assessed = declares ? await assessDeclaredMonth(platform, { employerId, declarationId, period }) : undefined
  const months = from <= current ? periodsBetween(from, current) : []
  const billed = []
  // The month that acceptance has just billed, it billed with everything that was changed.
  for (const month of months)
    if ((month !== period || before) && (await isMonthBilled(platform, employerId, month))) billed.push(month)
  const ahead = addMonths(current, 1)
  if (from <= ahead && (await isMonthBilled(platform, employerId, ahead))) billed.push(ahead)
  return {
    noticeId: assessed?.assessedNow ? assessed.noticeId : undefined,
    difference:
      billed.length === 0
        ? undefined
        : await settleChangedPeople(platform, { employerId, declarationId, version, individualIds, periods: billed }),
  }
}
