import type { IdentifierResult, IdentifierType } from './result.ts'
import { checkIdentifier } from './check-identifier.ts'
import { findBirthDate } from './birth-date.ts'
import { hasCitizenForm } from './mod-11-2.ts'
import { isPermitRegion } from './hmt-residence-permit.ts'
import { isKnownProvince } from './region.ts'
import { isDigits, normaliseIdentifier, toHalfWidth, trimText } from './normalise.ts'
import { hasHan } from './person-name.ts'
import { withoutCountryCode } from './mobile.ts'

const NO_LIMIT = '9999-12-31'
/** The social security number of a travel permit holder, or the permit's own number with its two renewal digits. */
const TRAVEL_FORM = /^(?:HKG|MAC|TWN|[HM]\d{10}$)/
const PASSPORT_FORM = /^[A-Z]{3}\d[A-Z0-9]+$/
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\s.'’-]+$/u
const FIXED_PHONE_FORM = /^\(?0\d{2,3}\)?[\d\s()-]*$/
/** Body and category of registration that GB 32100-2015 and its supplements give out, for all-digit codes. */
const DIGIT_CREDIT_PREFIX = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3])/

/**
 * The kinds of identifier a string may be, by its form alone, the most likely first; empty when it is none.
 *
 * Eighteen characters are taken, in this order, for: a residence permit (810000, 820000, 830000); a foreigner's
 * card (9, and a calendar date where the birth date stands); a credit code (letters inside, or 9 first, or a
 * registering body first and no birth year of 18xx-20xx; but 62 first is then a UnionPay card); else a resident ID
 * number. Fifteen characters: a foreigner's 2017 card (three letters, then digits, not 0 first), a legacy resident
 * ID number (known province and a date), else a bank card.
 */
export function detectIdentifier(input: string): IdentifierType[] {
  const text = trimText(toHalfWidth(input))
  if (hasHan(text)) return ['PERSON_NAME']
  const value = normaliseIdentifier(input)
  if (LATIN_NAME.test(text)) return ['PERSON_NAME', ...localNumber(value)]
  if (isDigits(withoutCountryCode(value)) && value.startsWith('+')) return ['MOBILE']
  if (isPhoneForm(text)) return ['FIXED_PHONE', ...(isDigits(value) ? digitKinds(value.length) : [])]
  if (TRAVEL_FORM.test(value)) return ['HMT_TRAVEL_NUMBER', ...localNumber(value)]
  if (value.length === 18) return detectEighteen(value)
  if (isDigits(value)) return detectDigits(value)
  if (value.length === 9 && isDigits(value, 1)) return ['CARD_NUMBER', 'LOCAL_REGISTRATION_NUMBER']
  if (PASSPORT_FORM.test(value)) return detectCountryNumber(value)
  return detectMixed(value)
}

/** What an input was taken for, how it fared, and what else its form allows. */
export interface Recognition {
  /** Undefined when the input has the form of no identifier. */
  readonly type: IdentifierType | undefined
  readonly result: IdentifierResult | undefined
  readonly alternatives: readonly IdentifierType[]
}

/**
 * Decides what an input is and checks it as that. The likeliest kind stands, unless it fails before its check
 * character while another checked kind passes, or it fails the check character and is a credit code without any
 * warning: two more checks agree then. So a slip in an ID number is not explained away by chance.
 */
export function recogniseIdentifier(input: string, today: string): Recognition {
  const types = detectIdentifier(input)
  const [first] = types
  if (first === undefined) return { type: undefined, result: undefined, alternatives: [] }
  const firstResult = checkIdentifier(first, input, today)
  const better = firstResult.ok ? undefined : types.slice(1).find((type) => outweighs(type, firstResult, input, today))
  const type = better ?? first
  return {
    type,
    result: better === undefined ? firstResult : checkIdentifier(better, input, today),
    alternatives: types.filter((other) => other !== type),
  }
}

const CHECKED_TYPES: ReadonlySet<IdentifierType> = new Set([
  'RESIDENT_ID',
  'FOREIGN_PERMANENT_RESIDENCE',
  'CREDIT_CODE',
  'BANK_CARD',
])

function outweighs(type: IdentifierType, failure: IdentifierResult, input: string, today: string): boolean {
  if (failure.ok || !CHECKED_TYPES.has(type)) return false
  const result = checkIdentifier(type, input, today)
  if (!result.ok) return false
  return failure.code !== 'CHECKSUM' || (type === 'CREDIT_CODE' && result.warnings.length === 0)
}

function detectEighteen(value: string): IdentifierType[] {
  const rest: IdentifierType[] = ['LOCAL_REGISTRATION_NUMBER']
  if (isDigits(value)) rest.push('UNIT_ACCOUNT')
  if (!hasCitizenForm(value)) {
    return PASSPORT_FORM.test(value) ? ['FOREIGN_PASSPORT_NUMBER', ...rest] : ['CREDIT_CODE', ...rest]
  }
  if (isPermitRegion(value.slice(0, 6))) return ['HMT_RESIDENCE_PERMIT', 'CREDIT_CODE', ...rest]
  if (value.startsWith('9')) {
    const isForeigner = findBirthDate(value, 6, NO_LIMIT) !== undefined
    return isForeigner
      ? ['FOREIGN_PERMANENT_RESIDENCE', 'CREDIT_CODE', ...rest]
      : ['CREDIT_CODE', 'FOREIGN_PERMANENT_RESIDENCE', ...rest]
  }
  const hasBirthYear = /^\d{6}(?:18|19|20)/.test(value)
  if (value.startsWith('62') && isDigits(value) && !hasBirthYear)
    return ['BANK_CARD', 'CREDIT_CODE', 'RESIDENT_ID', ...rest]
  const isUnit = DIGIT_CREDIT_PREFIX.test(value) && !hasBirthYear
  return isUnit ? ['CREDIT_CODE', 'RESIDENT_ID', ...rest] : ['RESIDENT_ID', 'CREDIT_CODE', ...rest]
}

function detectDigits(value: string): IdentifierType[] {
  const { length } = value
  if (length === 6) return ['REGION', 'LOCAL_REGISTRATION_NUMBER']
  if (length === 11 && value.startsWith('1')) return ['MOBILE', ...digitKinds(length)]
  if (length === 9) return ['CARD_NUMBER', ...digitKinds(length)]
  const isLegacy = length === 15 && isKnownProvince(value) && findBirthDate(`19${value.slice(6, 12)}`, 0, NO_LIMIT)
  if (isLegacy) return ['RESIDENT_ID', ...digitKinds(length)]
  return length === 15 ? [...digitKinds(length), 'RESIDENT_ID'] : digitKinds(length)
}

/** Area code and local number are 10 to 12 digits; an extension needs a separator before it. */
function isPhoneForm(text: string): boolean {
  if (!FIXED_PHONE_FORM.test(text)) return false
  const [, number = '', extension = ''] = /^(.*?\d{7,8})(?:-(\d+))?$/.exec(text) ?? []
  const digits = number.replaceAll(/\D/g, '').length
  return digits >= 10 && digits <= 12 && extension.length <= 6
}

/** The unspecific kinds that digits of this length may be. */
function digitKinds(length: number): IdentifierType[] {
  const kinds: IdentifierType[] = []
  if (length >= 12 && length <= 19) kinds.push('BANK_CARD')
  if (length >= 6 && length <= 20) kinds.push('LOCAL_REGISTRATION_NUMBER')
  if (length >= 8 && length <= 30) kinds.push('UNIT_ACCOUNT')
  return kinds
}

/** Three country letters, a digit and more: the reserve digit of a passport holder is 0, no province begins with 0. */
function detectCountryNumber(value: string): IdentifierType[] {
  const isCard2017 = value.length === 15 && isDigits(value, 3) && value.charAt(3) !== '0'
  const kinds: IdentifierType[] = isCard2017
    ? ['FOREIGN_PERMANENT_RESIDENCE', 'FOREIGN_PASSPORT_NUMBER']
    : ['FOREIGN_PASSPORT_NUMBER']
  return [...kinds, ...localNumber(value)]
}

function detectMixed(value: string): IdentifierType[] {
  if (/^\d{14,}X$/.test(value) && value.length <= 19) return ['RESIDENT_ID', ...localNumber(value)]
  if (value.length >= 16 && value.length <= 20 && /^[0-9A-Z]{2}\d{6}/.test(value))
    return ['CREDIT_CODE', ...localNumber(value)]
  return localNumber(value)
}

function localNumber(value: string): IdentifierType[] {
  return /^[0-9A-Z]{6,20}$/.test(value) ? ['LOCAL_REGISTRATION_NUMBER'] : []
}
