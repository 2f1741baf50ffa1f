import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'

/**
 * Checks a bank card number (银行卡号): 12-19 digits, the last a Luhn check digit.
 * Source: ISO/IEC 7812-1, annex B.
 */
export function checkBankCard(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (value.length < 12 || value.length > 19 || !isDigits(value)) return invalid('BANK_CARD', 'FORMAT')
  const expected = luhnCheckDigit(value.slice(0, -1))
  return value.endsWith(expected) ? valid('BANK_CARD', value) : invalid('BANK_CARD', 'CHECKSUM', expected)
}

/** Checks a unit's bank account number (单位账号): 8-30 digits. Unit accounts do not follow Luhn. */
export function checkUnitAccount(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  const ok = value.length >= 8 && value.length <= 30 && isDigits(value)
  return ok ? valid('UNIT_ACCOUNT', value) : invalid('UNIT_ACCOUNT', 'FORMAT')
}

function luhnCheckDigit(digits: string): string {
  let sum = 0
  for (let index = digits.length - 1, double = true; index >= 0; index--, double = !double) {
    const digit = digits.charCodeAt(index) - 48
    const product = double ? digit * 2 : digit
    sum += product > 9 ? product - 9 : product
  }
  return String((10 - (sum % 10)) % 10)
}
