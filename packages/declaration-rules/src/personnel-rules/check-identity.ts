import { checkMobile, checkPersonIdentifier, checkPersonName, normaliseIdentifier } from '@shebao/identifiers'
import type { ValidIdentifier } from '@shebao/identifiers'
import { isBlank } from '../blank.ts'
import { packedDay } from '@shebao/kernel'
import type { PreparedContext } from '../personnel-context.ts'
import { MINIMUM_AGE_YEARS } from '../personnel-context.ts'
import type { PersonnelRow } from '../personnel-row.ts'
import * as rules from './identity-rules.ts'

export function checkName(name: string | undefined, context: PreparedContext): void {
  if (name !== undefined && isPlainHanName(name)) return
  if (isBlank(name)) return context.sink.add(rules.NAME_REQUIRED, 'name')
  const result = checkPersonName(name ?? '')
  if (!result.ok) return context.sink.add(rules.NAME_FORMAT, 'name')
  if (result.warnings.length > 0) context.sink.add(rules.NAME_RARE, 'name')
}

/** Two to four characters of the basic block: nearly every name, valid whatever else the full check knows. */
function isPlainHanName(name: string): boolean {
  if (name.length < 2 || name.length > 4) return false
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index)
    if (unit < 0x4e00 || unit > 0x9fff) return false
  }
  return true
}

export function checkMobileNumber(mobile: string | undefined, raw: string | undefined, context: PreparedContext): void {
  const text = mobile ?? raw
  if (isBlank(text)) return context.sink.add(rules.MOBILE_REQUIRED, 'mobile')
  if (!checkMobile(text ?? '').ok) context.sink.add(rules.MOBILE_FORMAT, 'mobile')
}

const FAILURES = {
  FORMAT: rules.ID_FORMAT,
  REGION: rules.ID_REGION,
  BIRTH_DATE: rules.ID_BIRTH_DATE,
  CHECKSUM: rules.ID_CHECKSUM,
} as const

/** Reports the number's first fault and returns the identity only when it is valid. */
function readIdentity(person: PersonnelRow, context: PreparedContext): ValidIdentifier | undefined {
  const { draft } = person
  const idNumber = draft.idNumber ?? draft.raw?.idNumber
  const rawType = draft.idType === undefined ? draft.raw?.idType : undefined
  if (!isBlank(rawType)) context.sink.add(rules.ID_TYPE_FORMAT, 'idType')
  if (idNumber === undefined || isBlank(idNumber)) {
    context.sink.add(rules.ID_REQUIRED, 'idNumber')
    return undefined
  }
  if (person.idDigitsLost === true) {
    context.sink.add(rules.ID_STORED_AS_NUMBER, 'idNumber', { storedAsNumber: 1 })
    return undefined
  }
  if (!isBlank(rawType)) return undefined
  // A type nobody stated is the one the number's form tells (samples: "derived, or asked once").
  const result = checkPersonIdentifier(draft.idType, idNumber, context.today)
  if (result.ok) {
    context.reading.identityNumber = result.value
    context.reading.identityType = result.type
    return result
  }
  const idType = result.type
  const length = normaliseIdentifier(idNumber).length
  context.sink.add(FAILURES[result.code], 'idNumber', result.code === 'FORMAT' ? { idType, length } : { idType })
  return undefined
}

export function checkIdentity(person: PersonnelRow, context: PreparedContext): void {
  const identity = readIdentity(person, context)
  if (identity === undefined) {
    readStated(person, context)
    return
  }
  for (const warning of identity.warnings) {
    if (warning.code === 'UNKNOWN_REGION') context.sink.add(rules.ID_UNKNOWN_REGION, 'idNumber', warning.params)
  }
  checkSex(person, identity, context)
  checkBirthDate(person, identity, context)
}

function checkSex(person: PersonnelRow, identity: ValidIdentifier, context: PreparedContext): void {
  const { draft } = person
  const derived = identity.facts.sex
  const unread = draft.sex === undefined && !isBlank(draft.raw?.sex)
  context.reading.sex = derived ?? draft.sex
  if (unread) return context.sink.add(rules.SEX_FORMAT, 'sex')
  if (derived === undefined) {
    if (draft.sex === undefined) context.sink.add(rules.SEX_REQUIRED, 'sex')
  } else if (draft.sex !== undefined && draft.sex !== derived) {
    context.sink.add(rules.SEX_MISMATCH, 'sex', { stated: draft.sex, derived })
  }
}

function checkBirthDate(person: PersonnelRow, identity: ValidIdentifier, context: PreparedContext): void {
  const derived = identity.facts.birthDate
  const stated = statedBirthDay(person, context)
  if (derived === undefined) {
    if (stated === 'ABSENT') context.sink.add(rules.BIRTH_DATE_REQUIRED, 'birthDate')
    if (typeof stated === 'number') checkAge(stated, 'birthDate', context)
    return
  }
  const derivedDay = packedDay(derived)
  if (typeof stated === 'number' && stated !== derivedDay) {
    context.sink.add(rules.BIRTH_DATE_MISMATCH, 'birthDate', { derived })
  }
  checkAge(derivedDay, 'idNumber', context)
}

function checkAge(birthDay: number, field: 'idNumber' | 'birthDate', context: PreparedContext): void {
  context.reading.birthDay = birthDay
  if (birthDay > context.latestBirthDay) {
    context.sink.add(rules.UNDER_AGE, field, { minimumAge: MINIMUM_AGE_YEARS })
  }
}

/** What the birth-date column says by itself; a fault in it is reported here and nowhere else. */
function statedBirthDay(person: PersonnelRow, context: PreparedContext): number | 'ABSENT' | 'FAULTY' {
  const text = person.draft.birthDate ?? person.draft.raw?.birthDate
  if (text === undefined || isBlank(text)) return 'ABSENT'
  const day = packedDay(text)
  if (day === 0) {
    context.sink.add(rules.BIRTH_DATE_FORMAT, 'birthDate')
    return 'FAULTY'
  }
  if (day <= context.todayDay) return day
  context.sink.add(rules.BIRTH_DATE_RANGE, 'birthDate', { latest: context.today })
  return 'FAULTY'
}

/** Without a valid number nothing can be compared, but what cannot be read at all is still said. */
function readStated(person: PersonnelRow, context: PreparedContext): void {
  if (person.draft.sex === undefined && !isBlank(person.draft.raw?.sex)) context.sink.add(rules.SEX_FORMAT, 'sex')
  statedBirthDay(person, context)
}
