import { civilDateOf, dateFromDayNumber, packedDay } from '@shebao/kernel'
import type { Cell } from './cell.ts'

/** Days since 1970-01-01 of what the two systems count from. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

/** Offices' lists speak of people alive: a day outside 1900 to 2199 is a slip. */
function livingDate(year: number, month: number, day: number): string | undefined {
  return year < 1900 || year > 2199 ? undefined : civilDateOf(year, month, day)
}

/**
 * A spreadsheet serial number as a civil date. Only whole days count, so no time zone can shift it. The 1900 system
 * has a 29 February 1900 that never was (serial 60, ECMA-376 18.17.4.1), so earlier days lie one further.
 */
export function serialToDate(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial + 1e-9)
  if (!Number.isFinite(days) || days < 0 || days > 110_000) return undefined
  if (!date1904 && days === 60) return undefined
  const shifted = !date1904 && days < 60 ? days + 1 : days
  const date = dateFromDayNumber((date1904 ? EPOCH_1904 : EPOCH_1900) + shifted)
  return date >= '1900' && date < '2200' ? date : undefined
}

const LAST_MINUTE = 1 / 1440

/** Whether a serial number is a moment within the last minute of a day, and not the noise of a whole one. */
export function isLateSerial(serial: number): boolean {
  const share = serial - Math.floor(serial)
  return share >= 1 - LAST_MINUTE && share < 1 - 1e-9
}

/** The cell of a moment as XML writes it: `2009-12-31T23:59:17.000`. */
export function momentCell(text: string): Cell {
  const cell: Cell = { kind: 'date', text: text.slice(0, 10) }
  if (/^.{10}T23:59/.test(text)) cell.isLate = true
  return cell
}

const CHINESE_DIGITS = '〇一二三四五六七八九'

function chineseNumber(text: string): number {
  const digits = text.replace(/[○零0]/g, '〇')
  if (!digits.includes('十')) return Number([...digits].map((c) => CHINESE_DIGITS.indexOf(c)).join(''))
  const [tens = '', units = ''] = digits.split('十')
  return (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (units === '' ? 0 : CHINESE_DIGITS.indexOf(units))
}

const YEAR_FIRST = /^(\d{4})(?:[-./\\年、,~](\d{1,2})[-./\\月、,~](\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[(（星周].*)?$/
const YEAR_LAST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/
const CHINESE =
  /^([〇○零一二三四五六七八九]{4})年([〇一二三四五六七八九十]{1,3})月([〇一二三四五六七八九十]{1,3})[日号]$/
const CLOCK = /[T ]*(?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?(?:Z|[AP]M|[+-]\d{2}:?\d{2})?$/i

/** YYYY-MM-DD of a real day between 1900 and 2199, as exporters write nearly every date. */
export function isPlainDate(text: string): boolean {
  const packed = packedDay(text)
  return packed >= 19_000_000 && packed < 22_000_000
}

/** Every way of writing one day that offices use. A month without a day, or a two-digit year, is not a day. */
export function parseDateText(text: string, date1904: boolean): string | undefined {
  if (isPlainDate(text)) return text
  const spaced = text.trim().replace(CLOCK, '').trim()
  const compact = spaced.replace(/^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/, '$1-$2-$3').replace(/\s+/g, '')
  const first = YEAR_FIRST.exec(compact)
  if (first) {
    return livingDate(Number(first[1]), Number(first[2] ?? first[4]), Number(first[3] ?? first[5]))
  }
  const last = YEAR_LAST.exec(compact)
  if (last) return yearLast(Number(last[1]), Number(last[2]), Number(last[3]))
  const chinese = CHINESE.exec(compact)
  if (chinese) {
    return livingDate(chineseNumber(chinese[1] ?? ''), chineseNumber(chinese[2] ?? ''), chineseNumber(chinese[3] ?? ''))
  }
  return parseSerialText(compact, date1904)
}

/** 12/26/2010 and 26/12/2010 can only be read one way; 3/4/2010 can be read two ways and stays unread. */
function yearLast(a: number, b: number, year: number): string | undefined {
  if (a === b || b > 12) return livingDate(year, a, b)
  return a > 12 ? livingDate(year, b, a) : undefined
}

/** A serial that lost its date format: 1920 to 2099, so that years, months and amounts are not taken for one. */
function parseSerialText(text: string, date1904: boolean): string | undefined {
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return undefined
  const date = serialToDate(Number(text), date1904)
  return date !== undefined && Number(text) > 5000 && date >= '1920' && date < '2100' ? date : undefined
}
