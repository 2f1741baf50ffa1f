import { invalid, valid } from './result.ts'
import type { IdentifierResult, Warning } from './result.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'
import { isKnownProvince, isKnownRegion, unknownRegion } from './region.ts'

const TYPE = 'CREDIT_CODE'
const LENGTH = 18
/** No I, O, S, V, Z: they are read as 1, 0, 5, U, 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
/** Bodies that register at national level write 100000, which GB/T 2260 does not list. */
const NATIONAL_REGION = '100000'

/**
 * Checks a unified social credit code (统一社会信用代码): body and category of registration, region,
 * organisation code, check character. A wrong check inside the organisation code only warns.
 * Source: GB 32100-2015; GB 11714-1997 for the organisation code.
 */
export function checkCreditCode(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (!hasCreditCodeForm(value)) return invalid(TYPE, 'FORMAT')
  const region = value.slice(2, 8)
  if (region !== NATIONAL_REGION && !isKnownProvince(region)) return invalid(TYPE, 'REGION')
  const check = creditCodeCheckCharacter(value)
  if (value.charAt(17) !== check) return invalid(TYPE, 'CHECKSUM', check)
  return valid(TYPE, value, { region }, warningsOf(value, region))
}

/** Eighteen characters of the alphabet, the region in digits. */
export function hasCreditCodeForm(value: string): boolean {
  if (value.length !== LENGTH || !isDigits(value, 2, 8)) return false
  for (let index = 0; index < LENGTH; index++) {
    if (!ALPHABET.includes(value.charAt(index))) return false
  }
  return true
}

function creditCodeCheckCharacter(value: string): string {
  let sum = 0
  for (let index = 0; index < WEIGHTS.length; index++) {
    sum += ALPHABET.indexOf(value.charAt(index)) * (WEIGHTS[index] ?? 0)
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714: letters count 10 to 35; 11 − Σ mod 11, where 10 is X and 11 is 0. */
function organisationCheckCharacter(organisation: string): string {
  let sum = 0
  for (let index = 0; index < ORGANISATION_WEIGHTS.length; index++) {
    const unit = organisation.charCodeAt(index)
    sum += (unit >= 0x41 ? unit - 55 : unit - 48) * (ORGANISATION_WEIGHTS[index] ?? 0)
  }
  return '0X987654321'.charAt(sum % 11)
}

function warningsOf(value: string, region: string): Warning[] | undefined {
  const warnings: Warning[] = []
  if (region !== NATIONAL_REGION && !isKnownRegion(region)) warnings.push(unknownRegion(region))
  const organisation = value.slice(8, 17)
  const expected = organisationCheckCharacter(organisation)
  if (organisation.charAt(8) !== expected)
    warnings.push({ code: 'ORG_CODE_CHECKSUM', params: { organisation, expected } })
  return warnings.length === 0 ? undefined : warnings
}
