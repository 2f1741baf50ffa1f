import { invalid, valid } from './result.ts'
import type { IdentifierResult } from './result.ts'
import { isSpace, toHalfWidth, trimText } from './normalise.ts'

const TYPE = 'PERSON_NAME'
const HAN_MAXIMUM = 30
const LATIN_MINIMUM = 2
const LATIN_MAXIMUM = 60
/** U+00B7, the separator between the parts of a minority or foreign name in Han characters. */
const SEPARATOR = '·'
/** What people type for it: bullets, full-width and ordinary full stop, hyphenation point, katakana and Hangul middle dots, operators, a black circle. */
const TYPED_SEPARATORS = /[•．.‧・･∙⋅●ㆍ]/g
const LATIN_LETTER = /^\p{Script=Latin}$/u

/** CJK ideographs: the basic block, extensions A-I, the compatibility blocks, and 〇. */
const HAN_RANGES: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x3007, 0x3007],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ee5f],
  [0x2f800, 0x2fa1f],
  [0x30000, 0x323af],
]

/** True when the code point is a Han character that may stand in a name. */
export function isHan(codePoint: number): boolean {
  return HAN_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** True when any code point of the text is a Han character. */
export function hasHan(text: string): boolean {
  for (const character of text) {
    if (isHan(character.codePointAt(0) ?? 0)) return true
  }
  return false
}

/**
 * A name as it is stored. Han names lose the spaces typed to align a column (`张 三` → `张三`) and have every
 * typed separator as `·`; Latin names become half width with single spaces. Idempotent; never throws.
 */
export function normalisePersonName(input: string): string {
  const text = trimText(input)
  if (hasHan(text)) return removeSpaces(text).replaceAll(TYPED_SEPARATORS, SEPARATOR)
  return toHalfWidth(text).normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
}

/**
 * Checks a person's name (姓名). Han names: 1-30 code points, parts joined by `·`, which never stands first,
 * last or doubled; one character alone is legal but rare and warns [PD]. Foreign names: 2-60 Latin letters, spaces, `.`, `-`, `'`.
 * Code points are counted, not UTF-16 units. Source: [PD], domain section 1.5.
 */
export function checkPersonName(input: string): IdentifierResult {
  const value = normalisePersonName(input)
  if (hasHan(value)) return checkHanName(value)
  return isLatinName(value) ? valid(TYPE, value, { script: 'LATIN' }) : invalid(TYPE, 'FORMAT')
}

function checkHanName(value: string): IdentifierResult {
  let length = 0
  let wasSeparator = true
  for (const character of value) {
    const isSeparator = character === SEPARATOR
    if (isSeparator ? wasSeparator : !isHan(character.codePointAt(0) ?? 0)) return invalid(TYPE, 'FORMAT')
    wasSeparator = isSeparator
    length++
  }
  if (wasSeparator || length > HAN_MAXIMUM) return invalid(TYPE, 'FORMAT')
  return valid(
    TYPE,
    value,
    { script: 'HAN' },
    length === 1 ? [{ code: 'RARE_NAME', params: { name: value } }] : undefined,
  )
}

function isLatinName(value: string): boolean {
  let length = 0
  for (const character of value) {
    const isLetter = LATIN_LETTER.test(character)
    if (!isLetter && (length === 0 || !" .-'".includes(character))) return false
    length++
  }
  return length >= LATIN_MINIMUM && length <= LATIN_MAXIMUM
}

function removeSpaces(text: string): string {
  let output = ''
  for (let index = 0; index < text.length; index++) {
    if (!isSpace(text.charCodeAt(index))) output += text.charAt(index)
  }
  return output
}
