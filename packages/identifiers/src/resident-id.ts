import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { findBirthDate } from './birth-date.ts'
import { hasCitizenForm, mod112CheckCharacter } from './mod-11-2.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'
import { isKnownProvince, isKnownRegion, unknownRegion } from './region.ts'

const TYPE = 'RESIDENT_ID'
const LEGACY_LENGTH = 15

/**
 * Checks a resident ID number (公民身份号码), which is also the social security number (SIL 58, R765 6).
 * A legacy 15-digit number, as historical records hold it, comes back upgraded with `facts.legacyNumber` set;
 * a current declaration should ask for the upgraded number instead.
 * @param today - YYYY-MM-DD; nobody is born after it.
 * Source: GB 11643-1999.
 */
export function checkResidentId(input: string, today: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (value.length === LEGACY_LENGTH) return checkLegacyResidentId(value, today)
  if (!hasCitizenForm(value)) return invalid(TYPE, 'FORMAT')
  return checkCurrentResidentId(value, today)
}

/**
 * The 18-digit number for a legacy 15-digit one: "19" before the year, check character appended.
 * Undefined when the input is not 15 digits. Source: GB 11643-1999.
 */
export function upgradeLegacyResidentId(input: string): string | undefined {
  const value = normaliseIdentifier(input)
  if (value.length !== LEGACY_LENGTH || !isDigits(value)) return undefined
  const digits = `${value.slice(0, 6)}19${value.slice(6)}`
  return digits + mod112CheckCharacter(digits)
}

function checkLegacyResidentId(value: string, today: string): IdentifierResult {
  const upgraded = upgradeLegacyResidentId(value)
  if (upgraded === undefined) return invalid(TYPE, 'FORMAT')
  const result = checkCurrentResidentId(upgraded, today)
  return result.ok ? { ...result, facts: { ...result.facts, legacyNumber: value } } : result
}

function checkCurrentResidentId(value: string, today: string): IdentifierResult {
  const region = value.slice(0, 6)
  if (!isResidentProvince(region)) return invalid(TYPE, 'REGION')
  const birthDate = findBirthDate(value, 6, today)
  if (birthDate === undefined) return invalid(TYPE, 'BIRTH_DATE')
  const check = mod112CheckCharacter(value)
  if (value.charAt(17) !== check) return invalid(TYPE, 'CHECKSUM', check)
  const sex = value.charCodeAt(16) % 2 === 1 ? 'MALE' : 'FEMALE'
  return valid(TYPE, value, { sex, birthDate, region }, isKnownRegion(region) ? undefined : [unknownRegion(region)])
}

/** 81 and 82 stand in residence permits, not in resident ID numbers. */
function isResidentProvince(region: string): boolean {
  return region.charCodeAt(0) !== 0x38 && isKnownProvince(region)
}
