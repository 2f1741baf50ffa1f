/**
 * Money is a whole number of fen (分, 1/100 yuan). A `Fen` is always a safe integer, so addition is exact;
 * wherever a product could leave the safe range the arithmetic goes through BigInt.
 */
declare const fenBrand: unique symbol
export type Fen = number & { readonly [fenBrand]: 'Fen' }

/** Rates are whole parts per million: 8 % = 80 000. */
export const PPM = 1_000_000

export class MoneyError extends Error {
  override readonly name = 'MoneyError'
}

export function isFen(value: unknown): value is Fen {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

/** Brands a whole number as fen; a fraction or an unsafe integer is a programming error. */
export function fen(value: number): Fen {
  if (!isFen(value)) throw new MoneyError(`not a whole, safe number of fen: ${value}`)
  return (value === 0 ? 0 : value) as Fen // no negative zero
}

export const ZERO_FEN: Fen = fen(0)

export function addFen(...amounts: readonly Fen[]): Fen {
  return sumFen(amounts)
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0
  for (const amount of amounts) sum += amount
  return fen(sum)
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount)
}

export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b
}

export function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b
}

/**
 * `value * multiplier / divisor`, halves rounded up (half_up in the domain specification), exact for every
 * non-negative safe integer: products beyond 2^53 are computed in BigInt.
 */
export function mulDivHalfUp(value: number, multiplier: number, divisor: number): Fen {
  assertWhole(value, 'value')
  assertWhole(multiplier, 'multiplier')
  assertWhole(divisor, 'divisor')
  if (divisor === 0) throw new MoneyError('division by zero')
  return fen(Number((2n * BigInt(value) * BigInt(multiplier) + BigInt(divisor)) / (2n * BigInt(divisor))))
}

function assertWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new MoneyError(`${name} must be a non-negative safe integer, got ${value}`)
  }
}

export type AmountErrorCode = 'BLANK' | 'FORMAT' | 'TOO_MANY_DECIMALS' | 'OUT_OF_RANGE'
export type ParsedYuan =
  | { readonly ok: true; readonly fen: Fen }
  | { readonly ok: false; readonly code: AmountErrorCode }

const CURRENCY_SIGN = /^(-?)[¥￥]?/u
const PLAIN = /^\d+(?:\.(\d*))?$/u
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.(\d*))?$/u

/**
 * Reads an amount written in yuan as fen: `10000.00`, `163,085.52`, `￥12.5`, `１００` (full-width). The text is
 * taken apart digit by digit; it never becomes a floating-point number.
 */
export function parseYuan(text: string): ParsedYuan {
  const plain = plainFen(text)
  if (plain !== -1) return { ok: true, fen: fen(plain) }
  const normal = text.normalize('NFKC').replace(/\s/gu, '').replace(/元$/u, '')
  if (normal === '') return { ok: false, code: 'BLANK' }
  const negative = normal.startsWith('-')
  const digits = normal.replace(CURRENCY_SIGN, '')
  const match = PLAIN.exec(digits) ?? GROUPED.exec(digits)
  if (match === null || digits.endsWith('.')) return { ok: false, code: 'FORMAT' }
  const decimals = match[1] ?? ''
  // `12.500` is still 12.50; a third decimal that counts has no place in fen.
  if (/[1-9]/u.test(decimals.slice(2))) return { ok: false, code: 'TOO_MANY_DECIMALS' }
  const whole = (digits.split('.')[0] ?? '').replaceAll(',', '')
  const value = Number(`${whole}${decimals.slice(0, 2).padEnd(2, '0')}`)
  if (!Number.isSafeInteger(value)) return { ok: false, code: 'OUT_OF_RANGE' }
  return { ok: true, fen: fen(negative ? -value : value) }
}

/** Digits, a point and two decimals, as programs write nearly every amount, at most thirteen digits in all; otherwise -1. */
function plainFen(text: string): number {
  const point = text.length - 3
  if (point < 1 || text.length > 14 || text.charCodeAt(point) !== 0x2e) return -1
  let value = 0
  for (let at = 0; at < text.length; at++) {
    if (at === point) continue
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

export type YuanFormat = { readonly grouping?: boolean; readonly sign?: '¥' | '￥' }

/** `370300` → `3703.00`, or `3,703.00` with grouping. Always two decimals, so it parses back to the same fen. */
export function formatYuan(amount: Fen, format: YuanFormat = {}): string {
  const digits = Math.abs(amount).toString().padStart(3, '0')
  const whole = digits.slice(0, -2)
  const grouped = format.grouping === true ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole
  return `${amount < 0 ? '-' : ''}${format.sign ?? ''}${grouped}.${digits.slice(-2)}`
}
