import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { checkCreditCode } from './credit-code.ts'
import { normaliseIdentifier } from './normalise.ts'

const TYPE = 'LOCAL_REGISTRATION_NUMBER'
/** What any region may use; a region narrows it with its own pattern. */
export const LOCAL_REGISTRATION_NUMBER_PATTERN = /^[0-9A-Z]{6,20}$/
const CREDIT_CODE_LENGTH = 18

/**
 * Checks a social insurance registration number (社会保险登记证号) of a unit without a credit code.
 * @param pattern - the region's own form, for example `/^3703\d{6}$/`.
 * Source: SIL 57-58; the form is a regional parameter.
 */
export function checkLocalRegistrationNumber(
  input: string,
  pattern: RegExp = LOCAL_REGISTRATION_NUMBER_PATTERN,
): IdentifierResult {
  const value = normaliseIdentifier(input)
  return value.search(pattern) === 0 ? valid(TYPE, value) : invalid(TYPE, 'FORMAT')
}

/**
 * Checks what a unit signs in with: its credit code, which enterprises use since the licence reform of 2016, or
 * a local number. Eighteen characters are always taken for a credit code, so that its slips are noticed.
 */
export function checkRegistrationNumber(input: string, pattern?: RegExp): IdentifierResult {
  const value = normaliseIdentifier(input)
  return value.length === CREDIT_CODE_LENGTH ? checkCreditCode(value) : checkLocalRegistrationNumber(value, pattern)
}
