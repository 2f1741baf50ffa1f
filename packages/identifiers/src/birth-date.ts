import { isCalendarDay } from '@shebao/kernel'

/**
 * Eighteen-digit numbers are issued since 1999 (GB 11643-1999), so nobody born before this can have one; [PD].
 */
const EARLIEST_BIRTH_YEAR = 1850

function number2(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/**
 * The date `YYYYMMDD` that stands at `at` (the digits are known to be digits) as `YYYY-MM-DD`; undefined when
 * the calendar has no such day, or it lies after `today`.
 */
export function findBirthDate(text: string, at: number, today: string): string | undefined {
  const year = number2(text, at) * 100 + number2(text, at + 2)
  if (year < EARLIEST_BIRTH_YEAR || !isCalendarDay(year, number2(text, at + 4), number2(text, at + 6))) return undefined
  const date = `${text.slice(at, at + 4)}-${text.slice(at + 4, at + 6)}-${text.slice(at + 6, at + 8)}`
  return date <= today ? date : undefined
}

/**
 * The date `YYMMDD` that stands at `at`: the latest such day not after `today`, since these numbers do not say
 * the century (2017 version of the foreigner's card).
 */
export function findShortBirthDate(text: string, at: number, today: string): string | undefined {
  const short = text.slice(at, at + 6)
  return findBirthDate(`20${short}`, 0, today) ?? findBirthDate(`19${short}`, 0, today)
}
