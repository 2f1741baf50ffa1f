import { parseYuan } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { compactText } from './cell-text.ts'

/**
 * The literal of a number cell as people see it. Programs save doubles with their noise (`66297.96000000001`); fifteen
 * significant digits are what a spreadsheet has (ECMA-376 18.3.1.96 leaves the rest undefined).
 */
export function plainNumber(literal: string): string {
  if (/^-?\d+(\.\d{1,2})?$/.test(literal)) return literal
  const value = Number(literal)
  if (!Number.isFinite(value)) return literal
  const digits = value.toPrecision(15)
  const large = /^(-?)(\d)(?:\.(\d+))?e\+(\d+)$/.exec(digits)
  if (large) {
    const [, sign = '', first = '', rest = '', exponent = ''] = large
    return Number(exponent) > 40 ? literal : `${sign}${first}${rest.padEnd(Number(exponent), '0')}`
  }
  const text = String(Number(digits))
  return text.includes('e')
    ? Number(digits)
        .toFixed(10)
        .replace(/\.?0+$/, '')
    : text
}

/** Cuts a decimal text to whole fen, halves away from zero, digit by digit. */
function roundToFen(decimal: string): string {
  const match = /^(-?)(\d+)\.(\d{3,})$/.exec(decimal)
  if (!match) return decimal
  const [, sign = '', whole = '', decimals = ''] = match
  const fen = BigInt(whole + decimals.slice(0, 2)) + (decimals.charCodeAt(2) >= 0x35 ? 1n : 0n)
  const digits = fen.toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A number cell holds what its formula gave, shown rounded; so it is rounded here too. */
export function amountFromNumber(literal: string, scale: number): Fen | undefined {
  const scaled = scale === 1 ? plainNumber(literal) : shiftDecimal(plainNumber(literal), scale)
  const parsed = parseYuan(roundToFen(scaled))
  return parsed.ok ? parsed.fen : undefined
}

/** A typed amount: separators of thousands, a currency sign, units. More than two decimals are only float noise or nothing. */
export function amountFromText(text: string, scale: number): Fen | undefined {
  let bare = compactText(text)
    .replace(/^(?:人民币|RMB|CNY)/i, '')
    .replace(/^(-?)[¥￥$](-?)/, '$1$2')
    .replace(/(?:元整|元|圆|RMB|CNY)$/i, '')
    .replaceAll('，', ',')
  let unit = scale
  if (/[万千]$/.test(bare)) {
    unit = bare.endsWith('万') ? 10_000 : 1000
    bare = bare.slice(0, -1)
  }
  if (/^\((.+)\)$/.test(bare)) bare = `-${bare.slice(1, -1)}`
  // A comma in the wrong place is a slip or a decimal comma: not to be guessed.
  if (bare.includes(',') && !/^-?\d{1,3}(,\d{3})+(\.\d*)?$|^-?\d{1,4}(,\d{4})+(\.\d*)?$/.test(bare)) return undefined
  const decimal = bare.replaceAll(',', '').replace(/\.$/, '')
  if (/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(decimal)) return amountFromNumber(decimal, unit)
  if (!/^-?(?:\d+(\.\d+)?|\.\d+)$/.test(decimal)) return undefined
  const whole = decimal.replace(/^(-?)\./, '$10.')
  const isNoise = /\.\d{6,}$/.test(whole)
  const scaled = shiftDecimal(isNoise ? plainNumber(whole) : whole, unit)
  const parsed = parseYuan(isNoise ? roundToFen(scaled) : scaled)
  return parsed.ok ? parsed.fen : undefined
}

/** Times 1 000 or 10 000 by moving the point. */
function shiftDecimal(decimal: string, scale: number): string {
  if (scale === 1) return decimal
  const places = String(scale).length - 1
  const [whole = '', decimals = ''] = decimal.split('.')
  const padded = decimals.padEnd(places, '0')
  return `${whole}${padded.slice(0, places)}.${padded.slice(places) || '0'}`
}

/** A whole number of months: `12`, `12个月`, `十二`. */
export function parseMonths(text: string): number | undefined {
  const bare = compactText(text).replace(/(?:个月|个|月|months?)$/i, '')
  if (/^-?\d{1,4}(\.0+)?$/.test(bare)) return Number(bare) + 0
  const index = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].indexOf(bare)
  return index === -1 ? undefined : index
}
