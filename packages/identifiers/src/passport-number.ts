import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { isKnownCountry } from './country.ts'
import { normaliseIdentifier } from './normalise.ts'

const TYPE = 'FOREIGN_PASSPORT_NUMBER'
const FORM = /^[A-Z]{3}\d[A-Z0-9]{4,14}$/
const RESERVE_DIGIT = '0'

/**
 * Checks the social security number of a foreigner enrolled on a passport: ISO alpha-3 country, reserve digit,
 * document number without symbols, eighteen characters at most. It survives the passport's renewal.
 * Source: annex of MoHRSS order 16 of 2011 (from memory, as the domain specification says).
 */
export function checkPassportNumber(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (!FORM.test(value)) return invalid(TYPE, 'FORMAT')
  const country = value.slice(0, 3)
  return isKnownCountry(country) ? valid(TYPE, value, { country }) : invalid(TYPE, 'REGION')
}

/**
 * The social security number for a passport: country `DEU`, passport `G01234-56` → `DEU0G0123456`.
 * Undefined when the country is unknown or the passport number does not fit.
 */
export function derivePassportNumber(country: string, passport: string): string | undefined {
  const document = normaliseIdentifier(passport).replaceAll(/[^A-Z0-9]/g, '')
  const result = checkPassportNumber(`${normaliseIdentifier(country)}${RESERVE_DIGIT}${document}`)
  return result.ok ? result.value : undefined
}
