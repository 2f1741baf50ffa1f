import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'

/**
 * Checks a mobile number (手机号): 1, then 3-9, then nine digits; the country code +86 may stand before it.
 * Source: national numbering plan, network numbers 13-19.
 */
export function checkMobile(input: string): IdentifierResult {
  const value = withoutCountryCode(normaliseIdentifier(input))
  const second = value.charCodeAt(1) - 48
  const ok = value.length === 11 && isDigits(value) && value.startsWith('1') && second >= 3
  return ok ? valid('MOBILE', value) : invalid('MOBILE', 'FORMAT')
}

/** Drops `+86` or `0086`, as address books write it. */
export function withoutCountryCode(value: string): string {
  if (value.startsWith('+86')) return value.slice(3)
  return value.startsWith('0086') ? value.slice(4) : value
}
