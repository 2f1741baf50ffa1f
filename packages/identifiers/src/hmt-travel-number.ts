import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'

const TYPE = 'HMT_TRAVEL_NUMBER'
const LENGTH = 12
const ISSUERS: readonly string[] = ['HKG', 'MAC', 'TWN']
/** Position 4 tells apart two people whose documents bear one number; 0 unless the office says otherwise. */
const RESERVE_DIGIT = '0'

/**
 * Checks the social security number of a Hong Kong, Macau or Taiwan resident enrolled on a travel permit (通行证):
 * `HKG`, `MAC` or `TWN`, a reserve digit and eight digits. It is never padded, and kept when the document changes.
 * For the permit's own number, FORMAT comes with the social security number it stands for.
 */
export function checkHmtTravelNumber(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  const issuer = value.slice(0, 3)
  if (value.length !== LENGTH || !ISSUERS.includes(issuer) || !isDigits(value, 3)) {
    return invalid(TYPE, 'FORMAT', deriveHmtTravelNumber(value))
  }
  return valid(TYPE, value, { country: issuer })
}

/**
 * The social security number for a travel permit: `H1234567800` → `HKG012345678` (the two digits that count
 * renewals drop out), `M…` → `MAC0…`, eight digits (Taiwan permit) → `TWN0…`. Undefined for anything else.
 */
export function deriveHmtTravelNumber(permit: string): string | undefined {
  const value = normaliseIdentifier(permit)
  if (value.length === 8 && isDigits(value)) return `TWN${RESERVE_DIGIT}${value}`
  if ((value.length !== 9 && value.length !== 11) || !isDigits(value, 1)) return undefined
  const digits = value.slice(1, 9)
  if (value.startsWith('H')) return `HKG${RESERVE_DIGIT}${digits}`
  return value.startsWith('M') ? `MAC${RESERVE_DIGIT}${digits}` : undefined
}
