const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** YYYY-MM-DD when the three numbers are a real day between 1900 and 2199. */
export function civilDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return at.toISOString().slice(0, 10)
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
  const at = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS)
  return civilDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
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

/** Every way of writing one day that offices use. A month without a day, or a two-digit year, is not a day. */
export function parseDateText(text: string, date1904: boolean): string | undefined {
  const spaced = text.trim().replace(CLOCK, '').trim()
  const compact = spaced.replace(/^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/, '$1-$2-$3').replace(/\s+/g, '')
  const first = YEAR_FIRST.exec(compact)
  if (first) {
    return civilDate(Number(first[1]), Number(first[2] ?? first[4]), Number(first[3] ?? first[5]))
  }
  const last = YEAR_LAST.exec(compact)
  if (last) return yearLast(Number(last[1]), Number(last[2]), Number(last[3]))
  const chinese = CHINESE.exec(compact)
  if (chinese) {
    return civilDate(chineseNumber(chinese[1] ?? ''), chineseNumber(chinese[2] ?? ''), chineseNumber(chinese[3] ?? ''))
  }
  return parseSerialText(compact, date1904)
}

/** 12/26/2010 and 26/12/2010 can only be read one way; 3/4/2010 can be read two ways and stays unread. */
function yearLast(a: number, b: number, year: number): string | undefined {
  if (a === b || b > 12) return civilDate(year, a, b)
  return a > 12 ? civilDate(year, b, a) : undefined
}

/** A serial that lost its date format: 1920 to 2099, so that years, months and amounts are not taken for one. */
function parseSerialText(text: string, date1904: boolean): string | undefined {
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return undefined
  const date = serialToDate(Number(text), date1904)
  return date !== undefined && Number(text) > 5000 && date >= '1920' && date < '2100' ? date : undefined
}
