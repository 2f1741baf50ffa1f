import { invalid } from './result.ts'
import type { IdentifierResult, PersonIdType } from './result.ts'
import { checkIdentifier } from './check-identifier.ts'
import { hasCitizenForm } from './mod-11-2.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'
import { isPermitRegion } from './hmt-residence-permit.ts'
import { deriveHmtTravelNumber } from './hmt-travel-number.ts'
import { upgradeLegacyResidentId } from './resident-id.ts'

/**
 * The kind of personal number its form tells, for rosters whose files have no such column; undefined when the
 * form fits none. The five kinds never overlap: 18 digits by their first digits (81-83 permit, 9 foreigner), letters
 * by the issuer, and a 15-character number of a country by its fourth character (0 is a passport's reserve digit).
 */
export function inferIdType(number: string): PersonIdType | undefined {
  const value = normaliseIdentifier(number)
  if (hasCitizenForm(value)) {
    if (value.startsWith('9')) return 'FOREIGN_PERMANENT_RESIDENCE'
    return isPermitRegion(value.slice(0, 6)) ? 'HMT_RESIDENCE_PERMIT' : 'RESIDENT_ID'
  }
  if (value.length === 15 && isDigits(value)) return 'RESIDENT_ID'
  if (/^(?:HKG|MAC|TWN|[HM]\d{10}$)/.test(value)) return 'HMT_TRAVEL_NUMBER'
  if (!/^[A-Z]{3}\d[A-Z0-9]{4,14}$/.test(value)) return undefined
  const isCard2017 = value.length === 15 && isDigits(value, 3) && value.charAt(3) !== '0'
  return isCard2017 ? 'FOREIGN_PERMANENT_RESIDENCE' : 'FOREIGN_PASSPORT_NUMBER'
}

const printedPermit = /^[HM]\d{8}(?:\d\d)?$/

/**
 * The social security number of a travel permit that was typed as it is printed (`H1234567800` → `HKG012345678`). Eight digits are a permit
 * of Taiwan only where it was said that they are one; where another document was named, what looks like a permit is none.
 */
export function printedPermitNumber(idType: PersonIdType | undefined, input: string): string | undefined {
  const value = normaliseIdentifier(input)
  const isPermit = idType === undefined ? printedPermit.test(value) : idType === 'HMT_TRAVEL_NUMBER'
  return isPermit ? deriveHmtTravelNumber(value) : undefined
}

/** Where a number stands: only historical records may still hold 15-digit resident ID numbers. */
export type RecordAge = 'CURRENT' | 'HISTORICAL'

/**
 * Checks a person's number as the kind its row names, or as the kind its form tells when the row names none.
 * A travel permit's own number stands for the social security number made of it, which is the value of the answer.
 * A form that fits no kind is reported as a resident ID number with FORMAT, the kind nearly everybody has.
 * In a current record a correct 15-digit number is FORMAT too, with the 18-digit one as `expected`.
 */
export function checkPersonIdentifier(
  idType: PersonIdType | undefined,
  number: string,
  today: string,
  record: RecordAge = 'CURRENT',
): IdentifierResult {
  const said = printedPermitNumber(idType, number) ?? number
  const type = idType ?? inferIdType(said) ?? 'RESIDENT_ID'
  const result = checkIdentifier(type, said, today)
  const isLegacy = result.ok && result.facts.legacyNumber !== undefined
  return isLegacy && record === 'CURRENT' ? invalid(type, 'FORMAT', result.value) : result
}

/** As `personNumberOnRecord`, for forms: there an old resident ID number is shown to its bearer before it is taken as the new one. */
export function permitNumberOnRecord(input: string): string {
  const value = normaliseIdentifier(input)
  return deriveHmtTravelNumber(value) ?? value
}

/**
 * The number under which a person stands on record, of what somebody reads from a document: a travel permit's number is the
 * social security number made of it (`H1234567800` → `HKG012345678`), a 15-digit resident ID the 18-digit one it became.
 * Everything else is only normalised; whether it is right is asked elsewhere.
 */
export function personNumberOnRecord(input: string): string {
  const value = normaliseIdentifier(input)
  return deriveHmtTravelNumber(value) ?? upgradeLegacyResidentId(value) ?? value
}
