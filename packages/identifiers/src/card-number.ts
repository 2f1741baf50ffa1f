import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { normaliseIdentifier } from './normalise.ts'

const TYPE = 'CARD_NUMBER'
/** Letter or digit and eight digits; a regional parameter, since no national text was read. */
export const CARD_NUMBER_PATTERN = /^[A-Z0-9]\d{8}$/

/**
 * Checks a social security card number (社会保障卡卡号): nine characters. It is neither the social security
 * number printed beside it nor the card's bank account number.
 * @param pattern - the region's own form.
 */
export function checkCardNumber(input: string, pattern: RegExp = CARD_NUMBER_PATTERN): IdentifierResult {
  const value = normaliseIdentifier(input)
  return value.search(pattern) === 0 ? valid(TYPE, value) : invalid(TYPE, 'FORMAT')
}
