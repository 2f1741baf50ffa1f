/**
 * Civil dates as the product writes them, 'YYYY-MM-DD', compared as whole numbers YYYYMMDD. No clock and no time
 * zone: today is always an argument.
 */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0)
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** YYYYMMDD of a real calendar day, otherwise 0. */
export function dayNumber(text: string | undefined): number {
  if (text === undefined || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return 0
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return 0
  return year * 10000 + month * 100 + day
}

/** YYYYMM of a period written 'YYYY-MM', otherwise 0. */
export function periodNumber(text: string | undefined): number {
  if (text === undefined || text.length !== 7 || text[4] !== '-') return 0
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  return year >= 1 && month >= 1 && month <= 12 ? year * 100 + month : 0
}

/** Throws on anything but a real date: `today` comes from our own clock, never from a user. */
export function mustDayNumber(text: string): number {
  const day = dayNumber(text)
  if (day === 0) throw new RangeError('not a civil date (YYYY-MM-DD)')
  return day
}

/** Months of `year` in which someone hired on `hireDay` (YYYYMMDD) and gone on `leaveDay` (0: still there) can have
 * worked, the first and the last month included. */
export function monthsPossible(hireDay: number, leaveDay: number, year: number): number {
  const hireYear = Math.trunc(hireDay / 10000)
  const leaveYear = leaveDay === 0 ? year + 1 : Math.trunc(leaveDay / 10000)
  if (hireYear > year || leaveYear < year) return 0
  const first = hireYear < year ? 1 : Math.trunc(hireDay / 100) % 100
  const last = leaveYear > year ? 12 : Math.trunc(leaveDay / 100) % 100
  return Math.max(0, last - first + 1)
}
