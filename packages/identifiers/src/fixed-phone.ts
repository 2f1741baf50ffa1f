import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { toHalfWidth } from './normalise.ts'

const SEPARATORS = /[()[\]\s‐-―−\u200b-\u200f\ufeff]+/g
/** 010 and 02x take eight digits, the other area codes seven or eight; local numbers do not begin with 0. */
const FORM = /^(?:(010|02\d)-?([1-9]\d{7})|(0[3-9]\d{2})-?([1-9]\d{6,7}))(?:-(\d{1,6}))?$/

/**
 * Checks a fixed telephone number (固定电话) with its area code, and an extension after a hyphen; the normalised
 * form is `0532-12345678` or `0532-12345678-801`. Source: national numbering plan.
 */
export function checkFixedPhone(input: string): IdentifierResult {
  const text = toHalfWidth(input)
    .trim()
    .replace(/^['‘’]+/, '')
    .replaceAll(SEPARATORS, '-')
  const compact = text
    .replaceAll(/-{2,}/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '')
    .replace(/转|EXT\.?|#/i, '-')
  const match = FORM.exec(compact.replaceAll(/-{2,}/g, '-'))
  if (match === null) return invalid('FIXED_PHONE', 'FORMAT')
  const areaCode = match[1] ?? match[3] ?? ''
  const local = match[2] ?? match[4] ?? ''
  const extension = match[5] === undefined ? '' : `-${match[5]}`
  return valid('FIXED_PHONE', `${areaCode}-${local}${extension}`, { areaCode })
}
