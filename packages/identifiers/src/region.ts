import { invalid, valid } from './result.ts'
import type { IdentifierResult, Warning } from './result.ts'
import { isDigits, normaliseIdentifier } from './normalise.ts'
import { REGION_CODES } from './region-codes.ts'

/** One bit for each of the million six-digit codes, filled on first use: a look-up then allocates nothing. */
let knownCodes: Uint8Array | undefined

function loadKnownCodes(): Uint8Array {
  const bits = new Uint8Array(125_000)
  for (const [province, groups] of Object.entries(REGION_CODES)) {
    for (const group of groups.split(' ')) {
      for (let at = 2; at < group.length; at += 2) {
        const code = Number(province + group.slice(0, 2) + group.slice(at, at + 2))
        bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
      }
    }
  }
  return bits
}

/** True when the six digits are, or once were, a code of GB/T 2260 (abolished codes count: the code is the one at issue). */
export function isKnownRegion(code: string): boolean {
  if (code.length !== 6 || !isDigits(code)) return false
  knownCodes ??= loadKnownCodes()
  const number = Number(code)
  return ((knownCodes[number >> 3] ?? 0) & (1 << (number & 7))) !== 0
}

/** True when the two digits that begin `code` are a province-level division of GB/T 2260 (with 71, 81 and 82). */
export function isKnownProvince(code: string): boolean {
  return Object.hasOwn(REGION_CODES, code.length === 2 ? code : code.slice(0, 2))
}

/** The warning for a county nobody recorded inside a known province [PD]. */
export function unknownRegion(code: string): Warning {
  return { code: 'UNKNOWN_REGION', params: { region: code } }
}

/**
 * Checks an administrative division code (行政区划代码): six digits, a known province, and a warning when the
 * prefecture or county was never listed. Source: GB/T 2260, lists of 1980-2023.
 */
export function checkRegion(input: string): IdentifierResult {
  const value = normaliseIdentifier(input)
  if (value.length !== 6 || !isDigits(value)) return invalid('REGION', 'FORMAT')
  if (!isKnownProvince(value)) return invalid('REGION', 'REGION')
  return valid('REGION', value, { region: value }, isKnownRegion(value) ? undefined : [unknownRegion(value)])
}
