import { FIVE_INSURANCES, LARGEST_MONTHLY_AMOUNT } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import { insuranceWords } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { isBlank } from '../blank.ts'
import { monthsPossible } from './months-possible.ts'
import type { PreparedContext } from '../personnel-context.ts'
import * as rules from './wage-rules.ts'

export function checkWages(draft: PersonnelDraft, context: PreparedContext): void {
  const { sink, reading } = context
  reading.months = readMonths(draft, context)
  reading.wages = readWages(draft, context)
  const { months, wages } = reading
  const contradiction = months >= 0 && wages >= 0 && (months === 0) !== (wages === 0)
  if (contradiction) {
    if (months === 0) sink.add(rules.WAGES_WITHOUT_MONTHS, 'wagesLastYear', { wagesFen: wages })
    else sink.add(rules.MONTHS_WITHOUT_WAGES, 'wagesLastYear', { months })
  }
  checkStatedAverage(draft, context, contradiction)
  checkFirstWage(draft, context, contradiction)
  if (!contradiction && months > 0 && wages > 0) reading.monthlyWage = halfUp(wages, months, context)
  checkMinimumWage(draft, context)
}

/** Wages / months, half up to fen or to yuan as the region rounds (domain 2.2), in whole numbers. */
function halfUp(wages: number, months: number, context: PreparedContext): number {
  const unit = context.averageRounding === 'YUAN' ? months * 100 : months
  return Math.floor((2 * wages + unit) / (2 * unit)) * (unit / months)
}

function readMonths(draft: PersonnelDraft, context: PreparedContext): number {
  const { sink, reading } = context
  const months = draft.monthsWorkedLastYear
  if (months === undefined) {
    const said = !isBlank(draft.raw?.monthsWorkedLastYear)
    sink.add(said ? rules.MONTHS_FORMAT : rules.MONTHS_REQUIRED, 'monthsWorkedLastYear')
    return -1
  }
  if (!Number.isInteger(months)) {
    sink.add(rules.MONTHS_FORMAT, 'monthsWorkedLastYear')
    return -1
  }
  if (months < 0 || months > 12) {
    sink.add(rules.MONTHS_RANGE, 'monthsWorkedLastYear', { months })
    return -1
  }
  if (reading.hireDay === 0) return months
  const possible = monthsPossible(reading.hireDay, reading.leaveDay, context.lastYear)
  if (months <= possible) return months
  sink.add(rules.MONTHS_POSSIBLE, 'monthsWorkedLastYear', { months, possible, year: context.lastYear })
  return -1
}

function readWages(draft: PersonnelDraft, context: PreparedContext): number {
  const { sink } = context
  const wages = draft.wagesLastYear
  if (wages === undefined) {
    sink.add(isBlank(draft.raw?.wagesLastYear) ? rules.WAGES_REQUIRED : rules.WAGES_FORMAT, 'wagesLastYear')
    return -1
  }
  if (!Number.isSafeInteger(wages)) {
    sink.add(rules.WAGES_FORMAT, 'wagesLastYear')
    return -1
  }
  if (wages >= 0 && wages <= LARGEST_MONTHLY_AMOUNT * Math.max(1, context.reading.months)) return wages
  sink.add(rules.WAGES_RANGE, 'wagesLastYear', { wagesFen: wages })
  return -1
}

/** The monthly average is derived; one stated beside it is only compared, and only when everything is known. */
function checkStatedAverage(draft: PersonnelDraft, context: PreparedContext, contradiction: boolean): void {
  const { sink, reading } = context
  const stated = draft.statedMonthlyAverage
  if (stated === undefined) {
    if (!isBlank(draft.raw?.statedMonthlyAverage)) sink.add(rules.AVERAGE_FORMAT, 'statedMonthlyAverage')
    return
  }
  const { months, wages } = reading
  if (contradiction || months <= 0 || wages < 0) return
  if (Math.abs(stated * months - wages) <= months * context.averageToleranceFen) return
  const derivedFen = Math.floor((2 * wages + months) / (2 * months))
  sink.add(rules.AVERAGE_MISMATCH, 'statedMonthlyAverage', { statedFen: stated, derivedFen })
}

function checkFirstWage(draft: PersonnelDraft, context: PreparedContext, contradiction: boolean): void {
  const { sink, reading } = context
  const wage = draft.firstMonthWage
  if (wage === undefined) {
    if (!isBlank(draft.raw?.firstMonthWage)) return sink.add(rules.FIRST_WAGE_FORMAT, 'firstMonthWage')
    // While months and wages contradict each other it is open whether this is a new hire at all.
    if (reading.months === 0 && !contradiction) sink.add(rules.FIRST_WAGE_REQUIRED, 'firstMonthWage')
    return
  }
  if (!Number.isSafeInteger(wage)) return sink.add(rules.FIRST_WAGE_FORMAT, 'firstMonthWage')
  if (reading.months === 0 && (wage <= 0 || wage > LARGEST_MONTHLY_AMOUNT))
    return sink.add(rules.FIRST_WAGE_RANGE, 'firstMonthWage', { wageFen: wage })
  if (reading.months === 0 && !contradiction) reading.monthlyWage = halfUp(wage, 1, context)
}

function checkMinimumWage(draft: PersonnelDraft, context: PreparedContext): void {
  const { monthlyWage, months } = context.reading
  if (monthlyWage < 0 || monthlyWage >= context.minimumWage || !isBlank(draft.lowWageReason)) return
  const field = months === 0 ? 'firstMonthWage' : 'wagesLastYear'
  context.sink.add(rules.BELOW_MINIMUM, field, { averageFen: monthlyWage, minimumFen: context.minimumWage })
}

const PARTICIPATION_FIELDS: Readonly<Record<FiveInsurance, string>> = {
  PENSION: 'participation.PENSION',
  MEDICAL: 'participation.MEDICAL',
  UNEMPLOYMENT: 'participation.UNEMPLOYMENT',
  WORK_INJURY: 'participation.WORK_INJURY',
  MATERNITY: 'participation.MATERNITY',
}

export function checkParticipation(draft: PersonnelDraft, context: PreparedContext): void {
  const { participation } = draft
  for (const insurance of FIVE_INSURANCES) {
    const takesPart = participation?.[insurance]
    if (takesPart === true) continue
    if (takesPart === false) {
      if (!isBlank(draft.exemptionReasons?.[insurance])) continue
      context.sink.add(rules.EXEMPTION_REQUIRED, PARTICIPATION_FIELDS[insurance], { insurance })
    } else {
      const rule = isUnread(draft.raw?.participation, insurance)
        ? rules.PARTICIPATION_FORMAT
        : rules.PARTICIPATION_REQUIRED
      context.sink.add(rule, PARTICIPATION_FIELDS[insurance], { insurance })
    }
  }
}

/** The text that could not be read is about this insurance when it names it, or when it names none. */
function isUnread(raw: string | undefined, insurance: FiveInsurance): boolean {
  if (raw === undefined || isBlank(raw)) return false
  return (
    raw.includes(insuranceWords[insurance].zh) ||
    !FIVE_INSURANCES.some((other) => raw.includes(insuranceWords[other].zh))
  )
}
