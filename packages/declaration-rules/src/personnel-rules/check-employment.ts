import { isBlank } from '../blank.ts'
import { packedDay } from '@shebao/kernel'
import type { PreparedContext } from '../personnel-context.ts'
import type { PersonnelDraft } from '@shebao/roster'
import { householdAgainstId } from '../household-of-id.ts'
import * as rules from './employment-rules.ts'

export function checkEmployment(draft: PersonnelDraft, context: PreparedContext): void {
  const { sink, reading } = context
  if (draft.householdType === undefined) {
    sink.add(isBlank(draft.raw?.householdType) ? rules.HOUSEHOLD_REQUIRED : rules.HOUSEHOLD_FORMAT, 'householdType')
  } else if (reading.identityNumber !== '') {
    const { identityType: idType } = reading
    const expected = householdAgainstId(draft.householdType, idType)
    if (expected !== undefined) sink.add(rules.HOUSEHOLD_MISMATCH, 'householdType', { idType, expected })
  }
  if (draft.employmentForm === undefined) {
    sink.add(isBlank(draft.raw?.employmentForm) ? rules.EMPLOYMENT_REQUIRED : rules.EMPLOYMENT_FORMAT, 'employmentForm')
  }
}

/** Reads hire and leave date; `hireDay` stays 0 when the date itself is in error, and silences what needs it. */
export function checkDates(draft: PersonnelDraft, context: PreparedContext): void {
  const { sink, reading } = context
  reading.hireDay = readHireDay(draft, context)
  const leave = draft.leaveDate ?? draft.raw?.leaveDate
  if (leave === undefined || isBlank(leave)) return
  const leaveDay = packedDay(leave)
  if (leaveDay === 0) return sink.add(rules.LEAVE_FORMAT, 'leaveDate')
  if (reading.hireDay !== 0 && leaveDay < reading.hireDay) {
    return sink.add(rules.LEAVE_BEFORE_HIRE, 'leaveDate', { hireDate: draft.hireDate ?? '' })
  }
  reading.leaveDay = leaveDay
}

function readHireDay(draft: PersonnelDraft, context: PreparedContext): number {
  const { sink, reading } = context
  const text = draft.hireDate ?? draft.raw?.hireDate
  if (text === undefined || isBlank(text)) {
    sink.add(rules.HIRE_REQUIRED, 'hireDate')
    return 0
  }
  const day = packedDay(text)
  if (day === 0) {
    sink.add(rules.HIRE_FORMAT, 'hireDate')
    return 0
  }
  if (day > context.todayDay) {
    sink.add(rules.HIRE_FUTURE, 'hireDate', { latest: context.today })
    return 0
  }
  if (reading.birthDay !== 0 && day <= reading.birthDay) {
    sink.add(rules.HIRE_BEFORE_BIRTH, 'hireDate')
    return 0
  }
  return day
}

/** Warns only when the person is certainly past retirement: for a woman whose category nobody declared, past both. */
export function checkRetirement(draft: PersonnelDraft, context: PreparedContext): void {
  const { sink, reading } = context
  const category = draft.retirementCategory
  if (category === undefined && !isBlank(draft.raw?.retirementCategory)) {
    sink.add(rules.RETIREMENT_CATEGORY_FORMAT, 'retirementCategory')
    return
  }
  if (reading.sex === undefined) return
  if (category !== undefined && (category === 'MALE') !== (reading.sex === 'MALE')) {
    return sink.add(rules.RETIREMENT_CATEGORY_MISMATCH, 'retirementCategory', {
      stated: category,
      derived: reading.sex,
    })
  }
  if (reading.birthDay === 0 || !isCertainlyPast(category, context) || !isBlank(draft.retirementReason)) return
  const field =
    draft.idType === 'HMT_TRAVEL_NUMBER' || draft.idType === 'FOREIGN_PASSPORT_NUMBER' ? 'birthDate' : 'idNumber'
  sink.add(rules.PAST_RETIREMENT, field)
}

function isCertainlyPast(category: PersonnelDraft['retirementCategory'], context: PreparedContext): boolean {
  const { birthDay, sex } = context.reading
  if (category !== undefined) return context.isPastRetirement(category, birthDay)
  if (sex === 'MALE') return context.isPastRetirement('MALE', birthDay)
  return context.isPastRetirement('FEMALE_55', birthDay) && context.isPastRetirement('FEMALE_50', birthDay)
}
