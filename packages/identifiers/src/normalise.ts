const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_SHIFT = 0xfee0

/** Full-width forms (U+FF01-U+FF5E, U+3000) as their ordinary ASCII characters; everything else unchanged. */
export function toHalfWidth(input: string): string {
  if (!hasFullWidth(input)) return input
  let output = ''
  for (let index = 0; index < input.length; index++) {
    const unit = input.charCodeAt(index)
    if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) output += String.fromCharCode(unit - FULL_WIDTH_SHIFT)
    else output += unit === 0x3000 ? ' ' : input.charAt(index)
  }
  return output
}

function hasFullWidth(input: string): boolean {
  for (let index = 0; index < input.length; index++) {
    const unit = input.charCodeAt(index)
    if (unit === 0x3000 || (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST)) return true
  }
  return false
}

/** Characters nobody sees but copying from web pages and certificates brings along (zero width, direction marks). */
function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff ||
    unit === 0x00ad
  )
}

/** Space of any width, including U+3000 and control characters such as tab and line feed. */
export function isSpace(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0x7f ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  )
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe63 || unit === 0xff0d
}

/** The apostrophe spreadsheets put before a number kept as text, plain or as a typographic quote. */
function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2018 || unit === 0x2019 || unit === 0xff07
}

function isUpperAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a)
}

function isAlreadyNormal(input: string): boolean {
  for (let index = 0; index < input.length; index++) {
    if (!isUpperAlphanumeric(input.charCodeAt(index))) return false
  }
  return true
}

/**
 * Normalises a number before it is checked: full width to half width, spaces (U+3000 too), hyphens and invisible
 * characters removed, leading apostrophes dropped, ASCII letters in upper case. Idempotent; never throws.
 * Only ASCII is upper-cased: `toUpperCase` would make two characters out of some others.
 * Source: domain rule "normalise before validating".
 */
export function normaliseIdentifier(input: string): string {
  if (isAlreadyNormal(input)) return input
  let output = ''
  for (let index = 0; index < input.length; index++) {
    let unit = input.charCodeAt(index)
    if (isSpace(unit) || isHyphen(unit) || isInvisible(unit)) continue
    if (isApostrophe(unit) && output === '') continue
    if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) unit -= FULL_WIDTH_SHIFT
    if (unit >= 0x61 && unit <= 0x7a) unit -= 0x20
    output += String.fromCharCode(unit)
  }
  return output
}

/** Removes invisible characters and outer spaces; for text where inner spaces and letter case mean something. */
export function trimText(input: string): string {
  let output = ''
  for (let index = 0; index < input.length; index++) {
    if (!isInvisible(input.charCodeAt(index))) output += input.charAt(index)
  }
  let start = 0
  let end = output.length
  while (start < end && isSpace(output.charCodeAt(start))) start++
  while (end > start && isSpace(output.charCodeAt(end - 1))) end--
  return output.slice(start, end)
}

/** True when `text[from, to)` is digits only (and not past the end). */
export function isDigits(text: string, from = 0, to = text.length): boolean {
  if (to > text.length || from >= to) return false
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x30 || unit > 0x39) return false
  }
  return true
}
