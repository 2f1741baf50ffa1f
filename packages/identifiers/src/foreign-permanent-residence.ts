import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { findBirthDate, findShortBirthDate } from './birth-date.ts'
import { findCountryByNumericCode, isKnownCountry } from './country.ts'
import { hasCitizenForm, mod112CheckCharacter } from './mod-11-2.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'
import { isKnownProvince, isKnownRegion, unknownRegion } from './region.ts'

const TYPE = 'FOREIGN_PERMANENT_RESIDENCE'
const LENGTH_2017 = 15
const WEIGHTS_2017 = [7, 3, 1] as const

/**
 * Checks the number of a foreigner's permanent residence ID card (外国人永久居留身份证), both versions:
 * 2023, eighteen digits beginning with 9; 2017, fifteen characters beginning with the country's letters.
 * Source: card-reader specification of the new card (2023); the 2017 card keeps the older form.
 */
export function checkForeignPermanentResidence(input: string, today: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  return value.length === LENGTH_2017 ? check2017(value, today) : check2023(value, today)
}

function check2023(value: string, today: string): IdentifierResult {
  if (!hasCitizenForm(value) || !value.startsWith('9')) return invalid(TYPE, 'FORMAT')
  const province = value.slice(1, 3)
  const country = findCountryByNumericCode(value.slice(3, 6))
  if (!isKnownProvince(province) || country === undefined) return invalid(TYPE, 'REGION')
  const birthDate = findBirthDate(value, 6, today)
  if (birthDate === undefined) return invalid(TYPE, 'BIRTH_DATE')
  const check = mod112CheckCharacter(value)
  if (value.charAt(17) !== check) return invalid(TYPE, 'CHECKSUM', check)
  const sex = value.charCodeAt(16) % 2 === 1 ? 'MALE' : 'FEMALE'
  return valid(TYPE, value, { sex, birthDate, region: `${province}0000`, country })
}

function check2017(value: string, today: string): IdentifierResult {
  if (!isUpperLetters(value, 3) || !isDigits(value, 3)) return invalid(TYPE, 'FORMAT')
  const country = value.slice(0, 3)
  const region = `${value.slice(3, 7)}00`
  if (!isKnownCountry(country) || !isKnownProvince(region)) return invalid(TYPE, 'REGION')
  const birthDate = findShortBirthDate(value, 7, today)
  if (birthDate === undefined) return invalid(TYPE, 'BIRTH_DATE')
  const check = checkDigit2017(value)
  if (value.charAt(14) !== check) return invalid(TYPE, 'CHECKSUM', check)
  const sex = value.charCodeAt(13) % 2 === 1 ? 'MALE' : 'FEMALE'
  const warnings = isKnownRegion(region) ? undefined : [unknownRegion(region)]
  return valid(TYPE, value, { sex, birthDate, region, country }, warnings)
}

function isUpperLetters(value: string, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const unit = value.charCodeAt(index)
    if (unit < 0x41 || unit > 0x5a) return false
  }
  return true
}

/** Weights 7, 3, 1 over the first 14 characters, letters A = 10 … Z = 35 (as in machine-readable travel documents). */
function checkDigit2017(value: string): string {
  let sum = 0
  for (let index = 0; index < LENGTH_2017 - 1; index++) {
    const unit = value.charCodeAt(index)
    sum += (unit >= 0x41 ? unit - 55 : unit - 48) * (WEIGHTS_2017[index % 3] ?? 0)
  }
  return String(sum % 10)
}
