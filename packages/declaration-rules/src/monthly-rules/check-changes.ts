import { checkMobile, checkPersonIdentifier, checkPersonName } from '@shebao/identifiers'
import { addMonths, isOneOf, parsePeriod } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import { employmentForms, householdTypes } from '@shebao/roster'
import { isBlank } from '../blank.ts'
import { packedDay } from '@shebao/kernel'
import type { Issue } from '../issue.ts'
import { MINIMUM_AGE_YEARS, preparePersonnelContext } from '../personnel-context.ts'
import { householdAgainstId } from '../household-of-id.ts'
import type { PreparedContext } from '../personnel-context.ts'
import type { IssueSink } from '../rule.ts'
import { issueOf } from '../rule.ts'
import * as rules from './change-rules.ts'
import { checkAgainstRegister } from './check-register.ts'
import { identityOfChange, personOfChange } from './person-of-change.ts'
import type { InfoField, MonthlyChangeDraft, RawField } from './monthly-change.ts'
import { isAdd, isStop, RAW_FIELDS } from './monthly-change.ts'
import type { MonthlyContext } from './monthly-context.ts'
import { earliestLastPayable, earliestPeriod } from './monthly-context.ts'

/** One key per person, insurance and period of a change whose person is known. */
export function changeKeysOf(change: MonthlyChangeDraft, today: string): readonly string[] {
  const key = identityOfChange(change, today)
  if (key === undefined || change.effectivePeriod === undefined) return []
  return (change.insurances ?? []).map((insurance) => `${key}|${insurance}|${change.effectivePeriod}`)
}

/** Every issue of a monthly declaration: each change alone, then changes that meet (domain 3.1). */
export function checkMonthlyChanges(
  changes: readonly MonthlyChangeDraft[],
  context: MonthlyContext,
  /** The rows that name the changes, in their order; without them their place does. */
  rows?: readonly number[],
): readonly Issue[] {
  const prepared = preparePersonnelContext({ today: context.today, year: Number(context.today.slice(0, 4)) })
  const issues: Issue[] = []
  const meeting = new MeetingChanges(context)
  for (const [index, change] of changes.entries()) {
    for (const issue of checkChange(change, context, prepared, index, rows?.[index])) issues.push(issue)
    const first = meeting.add(change, rows?.[index] ?? index + 1)
    if (first !== undefined)
      issues.push(issueOf(rules.ONE_OPEN_CHANGE, 'insurances', { first }, index, rows?.[index], 'change'))
  }
  return issues
}

interface Declared {
  readonly row: number
  readonly period: string
  readonly insurances: readonly FiveInsurance[]
  readonly joins: boolean
}

/** Changes of one person for one month that meet in an insurance. By person, not by month and insurance: of fifty thousand few meet. */
class MeetingChanges {
  readonly #context: MonthlyContext
  readonly #declared = new Map<string, Declared[]>()

  constructor(context: MonthlyContext) {
    this.#context = context
  }

  /** The row that was first in one of its insurances, 0 for another declaration; undefined where none was. */
  add(change: MonthlyChangeDraft, row: number): number | undefined {
    const { today, openChanges } = this.#context
    const { insurances = [], effectivePeriod, changeType: type } = change
    const key = identityOfChange(change, today)
    if (key === undefined || effectivePeriod === undefined || insurances.length === 0) return undefined
    const joins = type !== undefined && isAdd(type)
    const declared = { row, period: effectivePeriod, insurances, joins }
    const before = this.#declared.get(key)
    if (before) before.push(declared)
    else this.#declared.set(key, [declared])
    const waits = openChanges !== undefined && openChanges.size > 0 ? openChanges : undefined
    if (before === undefined && waits === undefined) return undefined
    for (const insurance of insurances) {
      if (waits?.has(`${key}|${insurance}|${effectivePeriod}`) === true) return 0
      // Nobody joins twice, whatever the months.
      const first = before?.find(
        (one) =>
          one.row !== row &&
          (one.period === effectivePeriod || (one.joins && joins)) &&
          one.insurances.includes(insurance),
      )
      if (first) return first.row
    }
    return undefined
  }
}

function checkChange(
  change: MonthlyChangeDraft,
  context: MonthlyContext,
  prepared: PreparedContext,
  index: number,
  row: number | undefined,
): readonly Issue[] {
  const { sink } = prepared
  sink.start('change', index, row)
  const type = change.changeType
  checkReadable(change, sink)
  if (type === undefined && isSilent(change, 'changeType')) sink.add(rules.TYPE_REQUIRED, 'changeType')
  if (isBlank(change.name)) sink.add(rules.NAME_REQUIRED, 'name')
  else if (!checkPersonName(change.name ?? '').ok) sink.add(rules.NAME_FORMAT, 'name')
  checkPerson(change, context, prepared)
  if (type !== 'INFO_CHANGE' && (change.insurances ?? []).length === 0 && isSilent(change, 'insurances'))
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
  if (type === 'INFO_CHANGE') checkInfoChange(change, context, sink)
  checkAgainstRegister(change, effective, context, sink)
  return sink.taken()
}

/** Nothing was written there at all. */
const isSilent = ({ raw }: MonthlyChangeDraft, field: RawField) => isBlank(raw?.[field])

/** What stands in a file and cannot be read is neither an answer nor missing. */
function checkReadable(change: MonthlyChangeDraft, sink: IssueSink): void {
  if (change.raw === undefined) return
  for (const field of RAW_FIELDS) {
    const text = change.raw[field]
    if (text !== undefined && !isBlank(text) && change[field] === undefined)
      sink.add(rules.UNREADABLE, field, { text: text.slice(0, 40) })
  }
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
  const person = isBlank(idNumber) ? undefined : personOfChange(change, context.today)
  if (person === undefined) return sink.add(rules.ID_REQUIRED, 'idNumber')
  if (!person.ok) return sink.add(ID_FAULTS[person.code], 'idNumber', { idType: person.type })
  if (type === undefined) return
  checkHousehold(change, person.type, sink)
  if (!isAdd(type)) return
  // A passport tells neither; then what was stated counts, and is asked for.
  const sex = person.facts.sex ?? change.sex
  const birthDay = packedDay(person.facts.birthDate ?? change.birthDate)
  if (sex === undefined && isSilent(change, 'sex')) sink.add(rules.SEX_REQUIRED, 'sex')
  if (person.facts.birthDate === undefined && isBlank(change.birthDate)) sink.add(rules.BIRTH_REQUIRED, 'birthDate')
  if (birthDay > prepared.latestBirthDay) sink.add(rules.UNDER_AGE, 'idNumber', { minimumAge: MINIMUM_AGE_YEARS })
  else if (isPastRetirement(prepared, birthDay, sex)) sink.add(rules.PAST_RETIREMENT, 'idNumber')
  // Work injury with several employers is allowed; pension and medical are not (domain 3.1).
  const key = identityOfChange(change, context.today) ?? ''
  const elsewhere = (change.insurances ?? []).find(
    (insurance) =>
      (insurance === 'PENSION' || insurance === 'MEDICAL') &&
      context.isActiveElsewhere?.(key, insurance, change.effectivePeriod) === true,
  )
  if (elsewhere !== undefined) sink.add(rules.ACTIVE_ELSEWHERE, 'idNumber', { insurance: elsewhere })
}

/** A woman's category follows from her post, which a monthly change does not tell: past every one of them is certain. */
function isPastRetirement(
  { isPastRetirement: past }: PreparedContext,
  birthDay: number,
  sex: 'MALE' | 'FEMALE' | undefined,
): boolean {
  if (birthDay === 0 || sex === undefined) return false
  return sex === 'MALE' ? past('MALE', birthDay) : past('FEMALE_55', birthDay) && past('FEMALE_50', birthDay)
}

/** Of who joins, and of who is said to have another one. */
function checkHousehold(change: MonthlyChangeDraft, idType: string, sink: IssueSink): void {
  const { changeType, infoField, infoValue = '' } = change
  const corrected = changeType === 'INFO_CHANGE' && infoField === 'householdType'
  const stated = corrected ? householdTypes.find((one) => one === infoValue) : change.householdType
  if (stated === undefined || (!corrected && !(changeType && isAdd(changeType)))) return
  const expected = householdAgainstId(stated, idType)
  if (expected) sink.add(rules.HOUSEHOLD_MISMATCH, corrected ? 'infoValue' : 'householdType', { idType, expected })
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
  if (!isBlank(change.birthDate) && packedDay(change.birthDate) === 0) sink.add(rules.BIRTH_FORMAT, 'birthDate')
  if (change.householdType === undefined && isSilent(change, 'householdType'))
    sink.add(rules.HOUSEHOLD_REQUIRED, 'householdType')
  if (change.employmentForm === undefined && isSilent(change, 'employmentForm'))
    sink.add(rules.EMPLOYMENT_REQUIRED, 'employmentForm')
  if (!isBlank(change.mobile) && !checkMobile(change.mobile ?? '').ok) sink.add(rules.MOBILE_FORMAT, 'mobile')
  if (effective === undefined) return
  const hireMonth = (change.hireDate ?? '').slice(0, 7)
  if (hireDay !== 0 && effective < hireMonth) {
    return sink.add(rules.EFFECTIVE_BEFORE_HIRE, 'effectivePeriod', { earliest: hireMonth })
  }
  checkOpen(effective, context, sink)
}

function checkOpen(effective: Period, context: MonthlyContext, sink: IssueSink): void {
  const earliest = earliestPeriod(context)
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
  if (!isBlank(change.leaveDate) && packedDay(change.leaveDate) === 0) sink.add(rules.LEAVE_FORMAT, 'leaveDate')
  if (last === undefined) return
  const earliest = earliestLastPayable(context)
  if (last < earliest) return sink.add(rules.LAST_PAYABLE_PAST, 'lastPayablePeriod', { earliest })
  const derived = addMonths(last, 1)
  if (effective !== undefined && effective !== derived) {
    sink.add(rules.EFFECTIVE_DERIVED, 'effectivePeriod', { stated: effective, derived })
  }
}

function checkWage(change: MonthlyChangeDraft, sink: IssueSink): void {
  if (change.monthlyWage === undefined) {
    if (isSilent(change, 'monthlyWage')) sink.add(rules.WAGE_REQUIRED, 'monthlyWage')
  } else if (change.monthlyWage <= 0) sink.add(rules.WAGE_RANGE, 'monthlyWage', { wageFen: change.monthlyWage })
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

function checkInfoChange(change: MonthlyChangeDraft, { today }: MonthlyContext, sink: IssueSink): void {
  if (change.infoField === undefined) {
    if (isSilent(change, 'infoField')) sink.add(rules.INFO_FIELD_REQUIRED, 'infoField')
  }
  if (isBlank(change.infoValue)) return sink.add(rules.INFO_VALUE_REQUIRED, 'infoValue')
  if (change.infoField !== undefined && !isWellFormed(change.infoField, change.infoValue ?? '', change, today))
    sink.add(rules.INFO_FORMAT, 'infoValue')
}

function isWellFormed(field: InfoField, value: string, { idType }: MonthlyChangeDraft, today: string): boolean {
  switch (field) {
    case 'name':
      return checkPersonName(value).ok
    case 'idNumber':
      return checkPersonIdentifier(idType, value, today).ok
    case 'mobile':
      return checkMobile(value).ok
    case 'householdType':
      return isOneOf(householdTypes, value)
    case 'employmentForm':
      return isOneOf(employmentForms, value)
  }
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
