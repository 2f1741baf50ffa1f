import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { findBirthDate } from './birth-date.ts'
import { hasCitizenForm, mod112CheckCharacter } from './mod-11-2.ts'
import { normaliseIdentifier } from './normalise.ts'

const TYPE = 'HMT_RESIDENCE_PERMIT'
const COUNTRY_BY_REGION: Readonly<Record<string, string>> = { '810000': 'HKG', '820000': 'MAC', '830000': 'TWN' }

/** True for the three codes that begin a residence permit number: 810000, 820000, 830000. */
export function isPermitRegion(region: string): boolean {
  return Object.hasOwn(COUNTRY_BY_REGION, region)
}

/**
 * Checks the number of a residence permit for Hong Kong, Macau and Taiwan residents (港澳台居民居住证): built
 * and checked like a resident ID number, with 810000, 820000 or 830000 in place of the region.
 * Source: Measures for residence permits of HMT residents (State Council General Office, no. 81 of 2018); GB 11643-1999.
 */
export function checkHmtResidencePermit(input: string, today: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (!hasCitizenForm(value)) return invalid(TYPE, 'FORMAT')
  const region = value.slice(0, 6)
  const country = isPermitRegion(region) ? COUNTRY_BY_REGION[region] : undefined
  if (country === undefined) return invalid(TYPE, 'REGION')
  const birthDate = findBirthDate(value, 6, today)
  if (birthDate === undefined) return invalid(TYPE, 'BIRTH_DATE')
  const check = mod112CheckCharacter(value)
  if (value.charAt(17) !== check) return invalid(TYPE, 'CHECKSUM', check)
  return valid(TYPE, value, { sex: value.charCodeAt(16) % 2 === 1 ? 'MALE' : 'FEMALE', birthDate, region, country })
}
