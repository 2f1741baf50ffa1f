import { checkPersonIdentifier, checkPersonName } from '@shebao/identifiers'
import { addDays, addMonths, civilDate, parsePeriod, period } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import { isBlank } from '../blank.ts'
import { packedDay } from '@shebao/kernel'
import type { Issue } from '../issue.ts'
import { MINIMUM_AGE_YEARS, preparePersonnelContext } from '../personnel-context.ts'
import type { PreparedContext } from '../personnel-context.ts'
import type { IssueSink } from '../rule.ts'
import { issueOf } from '../rule.ts'
import * as rules from './change-rules.ts'
import type { MonthlyChangeDraft } from './monthly-change.ts'
import { isAdd, isStop, UNEMPLOYMENT_STOPS } from './monthly-change.ts'

export interface MonthlyContext {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** Last day of the month on which a change still counts for the month; absent: no cut-off (domain 3.1). */
  readonly cutOffDay?: number
  /** In the annual window a base changes without a reason. Absent means unknown. */
  readonly annualWindowOpen?: boolean
  /** `identityKeyOf` and insurance: true when another unit pays for the same month. */
  readonly isActiveElsewhere?: (identityKey: string, insurance: FiveInsurance) => boolean
  /** Changes already waiting, as `changeKeysOf` makes them. */
  readonly openChanges?: ReadonlySet<string>
}

/** What follows from a change without being at fault. */
export interface ChangeConsequences {
  /** Hired more than 30 days ago: registered late (SIL art. 58). */
  readonly lateRegistration: boolean
  /** Last day to report the unemployed list (SIL art. 50), 15 days after the change. */
  readonly unemployedListDue?: string
}

const LATE_AFTER_DAYS = 30
const UNEMPLOYED_LIST_DAYS = 15

export function consequencesOf(change: MonthlyChangeDraft, today: string): ChangeConsequences {
  const type = change.changeType
  const hired = packedDay(change.hireDate) === 0 ? undefined : change.hireDate
  const lateRegistration =
    type !== undefined && isAdd(type) && hired !== undefined && addDays(civilDate(hired), LATE_AFTER_DAYS) < today
  if (type === undefined || !UNEMPLOYMENT_STOPS.includes(type)) return { lateRegistration }
  return { lateRegistration, unemployedListDue: addDays(civilDate(today), UNEMPLOYED_LIST_DAYS) }
}

/** The first period a change may still take effect in: this month, or the next once the cut-off has passed. */
export function firstOpenPeriod(today: string, cutOffDay?: number): Period {
  const thisMonth = period(today.slice(0, 7))
  return cutOffDay !== undefined && Number(today.slice(8)) > cutOffDay ? addMonths(thisMonth, 1) : thisMonth
}

/** One key per person, insurance and period of a change whose person is known. */
export function changeKeysOf(change: MonthlyChangeDraft, today: string): readonly string[] {
  if (change.idNumber === undefined || change.effectivePeriod === undefined) return []
  const person = checkPersonIdentifier(change.idType, change.idNumber, today)
  if (!person.ok) return []
  return (change.insurances ?? []).map(
    (insurance) => `${person.type}:${person.value}|${insurance}|${change.effectivePeriod}`,
  )
}

/** Every issue of a monthly declaration: each change alone, then changes that meet (domain 3.1). */
export function checkMonthlyChanges(changes: readonly MonthlyChangeDraft[], context: MonthlyContext): readonly Issue[] {
  const prepared = preparePersonnelContext({ today: context.today, year: Number(context.today.slice(0, 4)) })
  const issues: Issue[] = []
  const firstByKey = new Map<string, number>()
  for (const [index, change] of changes.entries()) {
    issues.push(...checkChange(change, context, prepared, index))
    let first = -1
    for (const key of changeKeysOf(change, context.today)) {
      const earlier = context.openChanges?.has(key) === true ? 0 : firstByKey.get(key)
      if (earlier !== undefined && first < 0) first = earlier
      if (!firstByKey.has(key)) firstByKey.set(key, index + 1)
    }
    if (first >= 0) issues.push(issueOf(rules.ONE_OPEN_CHANGE, 'insurances', { first }, index, undefined, 'change'))
  }
  return issues
}

function checkChange(
  change: MonthlyChangeDraft,
  context: MonthlyContext,
  prepared: PreparedContext,
  index: number,
): readonly Issue[] {
  const { sink } = prepared
  sink.start('change', index)
  const type = change.changeType
  if (type === undefined) sink.add(rules.TYPE_REQUIRED, 'changeType')
  if (isBlank(change.name)) sink.add(rules.NAME_REQUIRED, 'name')
  else if (!checkPersonName(change.name ?? '').ok) sink.add(rules.NAME_FORMAT, 'name')
  checkPerson(change, context, prepared)
  if (type !== 'INFO_CHANGE' && (change.insurances ?? []).length === 0)
    sink.add(rules.INSURANCES_REQUIRED, 'insurances')
  const effective = readPeriod(
    change.effectivePeriod,
    sink,
    rules.EFFECTIVE_REQUIRED,
    rules.EFFECTIVE_FORMAT,
    'effectivePeriod',
  )
  if (type === undefined) return sink.taken()
  if (isAdd(type)) checkAdd(change, effective, context, prepared)
  if (isStop(type)) checkStop(change, effective, context, sink)
  if (isAdd(type) || type === 'BASE_CHANGE') checkWage(change, sink)
  if (type === 'BASE_CHANGE') checkBaseChange(change, effective, context, sink)
  if (type === 'INFO_CHANGE') checkInfoChange(change, sink)
  return sink.taken()
}

const ID_FAULTS = {
  FORMAT: rules.ID_FORMAT,
  REGION: rules.ID_REGION,
  BIRTH_DATE: rules.ID_BIRTH_DATE,
  CHECKSUM: rules.ID_CHECKSUM,
} as const

function checkPerson(change: MonthlyChangeDraft, context: MonthlyContext, prepared: PreparedContext): void {
  const { sink } = prepared
  const { idNumber, changeType: type } = change
  if (idNumber === undefined || isBlank(idNumber)) return sink.add(rules.ID_REQUIRED, 'idNumber')
  const person = checkPersonIdentifier(change.idType, idNumber, context.today)
  if (!person.ok) return sink.add(ID_FAULTS[person.code], 'idNumber', { idType: person.type })
  if (type === undefined || !isAdd(type)) return
  const { sex } = person.facts
  const birthDay = packedDay(person.facts.birthDate)
  if (birthDay > prepared.latestBirthDay) sink.add(rules.UNDER_AGE, 'idNumber', { minimumAge: MINIMUM_AGE_YEARS })
  const past = (category: 'MALE' | 'FEMALE_55' | 'FEMALE_50') => prepared.isPastRetirement(category, birthDay)
  const certain = sex === 'MALE' ? past('MALE') : past('FEMALE_55') && past('FEMALE_50')
  if (birthDay !== 0 && sex !== undefined && certain) sink.add(rules.PAST_RETIREMENT, 'idNumber')
  // Work injury with several employers is allowed; pension and medical are not (domain 3.1).
  const elsewhere = (change.insurances ?? []).find(
    (insurance) =>
      (insurance === 'PENSION' || insurance === 'MEDICAL') &&
      context.isActiveElsewhere?.(`${person.type}:${person.value}`, insurance) === true,
  )
  if (elsewhere !== undefined) sink.add(rules.ACTIVE_ELSEWHERE, 'idNumber', { insurance: elsewhere })
}

function checkAdd(
  change: MonthlyChangeDraft,
  effective: Period | undefined,
  context: MonthlyContext,
  prepared: PreparedContext,
): void {
  const { sink } = prepared
  const hireDay = packedDay(change.hireDate)
  if (isBlank(change.hireDate)) sink.add(rules.HIRE_REQUIRED, 'hireDate')
  else if (hireDay === 0) sink.add(rules.HIRE_FORMAT, 'hireDate')
  else if (hireDay > prepared.todayDay) sink.add(rules.HIRE_FUTURE, 'hireDate', { latest: context.today })
  if (effective === undefined) return
  const hireMonth = (change.hireDate ?? '').slice(0, 7)
  if (hireDay !== 0 && effective < hireMonth) {
    return sink.add(rules.EFFECTIVE_BEFORE_HIRE, 'effectivePeriod', { earliest: hireMonth })
  }
  checkOpen(effective, context, sink)
}

function checkOpen(effective: Period, context: MonthlyContext, sink: IssueSink): void {
  const earliest = firstOpenPeriod(context.today, context.cutOffDay)
  if (effective < earliest) sink.add(rules.EFFECTIVE_CLOSED, 'effectivePeriod', { earliest })
}

/** A stop takes effect the month after the last payable one, and the current month is still paid. */
function checkStop(
  change: MonthlyChangeDraft,
  effective: Period | undefined,
  context: MonthlyContext,
  sink: IssueSink,
): void {
  const last = readPeriod(
    change.lastPayablePeriod,
    sink,
    rules.LAST_PAYABLE_REQUIRED,
    rules.LAST_PAYABLE_FORMAT,
    'lastPayablePeriod',
  )
  if (last === undefined) return
  const earliest = firstOpenPeriod(context.today, context.cutOffDay)
  if (last < earliest) return sink.add(rules.LAST_PAYABLE_PAST, 'lastPayablePeriod', { earliest })
  const derived = addMonths(last, 1)
  if (effective !== undefined && effective !== derived) {
    sink.add(rules.EFFECTIVE_DERIVED, 'effectivePeriod', { stated: effective, derived })
  }
}

function checkWage(change: MonthlyChangeDraft, sink: IssueSink): void {
  if (change.monthlyWage === undefined) sink.add(rules.WAGE_REQUIRED, 'monthlyWage')
  else if (change.monthlyWage <= 0) sink.add(rules.WAGE_RANGE, 'monthlyWage', { wageFen: change.monthlyWage })
}

function checkBaseChange(
  change: MonthlyChangeDraft,
  effective: Period | undefined,
  context: MonthlyContext,
  sink: IssueSink,
): void {
  if (context.annualWindowOpen === false && isBlank(change.reason)) sink.add(rules.REASON_REQUIRED, 'reason')
  if (effective !== undefined) checkOpen(effective, context, sink)
}

function checkInfoChange(change: MonthlyChangeDraft, sink: IssueSink): void {
  if (change.infoField === undefined) sink.add(rules.INFO_FIELD_REQUIRED, 'infoField')
  if (isBlank(change.infoValue)) sink.add(rules.INFO_VALUE_REQUIRED, 'infoValue')
}

type ChangeRule = (typeof rules.MONTHLY_RULES)[number]

function readPeriod(
  text: string | undefined,
  sink: IssueSink,
  required: ChangeRule,
  format: ChangeRule,
  field: string,
): Period | undefined {
  if (text === undefined || isBlank(text)) {
    sink.add(required, field)
    return undefined
  }
  const month = parsePeriod(text)
  if (month === undefined) sink.add(format, field)
  return month
}
