import type { Language } from './language.ts'

/** Everything below is pure: today's date is an argument. Money is whole fen, dates 'YYYY-MM-DD', periods 'YYYY-MM'. */

const noBreakSpace = '\u00a0'

/** Making a formatter takes many times as long as using it, and a record writes hundreds of months: each is made once. */
function madeOnce<Formatter>(make: (language: Language) => Formatter): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>()
  return (language) => {
    const formatter = made.get(language) ?? make(language)
    made.set(language, formatter)
    return formatter
  }
}

const datesIn = (options: (language: Language) => Intl.DateTimeFormatOptions) =>
  madeOnce((language) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options(language)))

const numbers = madeOnce((language) => new Intl.NumberFormat(language))
const rates = madeOnce((language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }))
const dates = datesIn(() => ({ dateStyle: 'long', timeZone: 'UTC' }))
const daysOfMonth = datesIn((language) => ({
  day: 'numeric',
  month: language === 'en' ? 'short' : 'long',
  timeZone: 'UTC',
}))
const periods = datesIn(() => ({ year: 'numeric', month: 'long', timeZone: 'UTC' }))
const monthNames = datesIn((language) => ({ month: language === 'en' ? 'short' : 'long', timeZone: 'UTC' }))
const instants = datesIn(() => ({
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
}))
const times = madeOnce(
  (language) =>
    new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    }),
)

/** 1234567 -> "12,345.67". Integer arithmetic, so no amount passes through a fraction. */
export function formatFen(fen: number, language: Language): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError('An amount must be whole fen.')
  const magnitude = Math.abs(fen)
  const yuan = numbers(language).format(Math.trunc(magnitude / 100))
  const cents = String(magnitude % 100).padStart(2, '0')
  return `${fen < 0 ? '\u2212' : ''}${yuan}.${cents}`
}

/** "¥ 12,345.67" */
export function formatYuan(fen: number, language: Language): string {
  return `¥${noBreakSpace}${formatFen(fen, language)}`
}

export function formatCount(count: number, language: Language): string {
  return numbers(language).format(count)
}

/** 1 300 000 -> "1.3 MB", as file managers say it. */
export function formatBytes(bytes: number, language: Language): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const)
  const shown = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  })
  return shown.format(bytes === 0 ? 0 : Math.max(bytes / size, unit === 'kilobyte' ? 1 : 0))
}

/** 80 000 ppm -> "8%"; keeps the decimals a rate has. */
export function formatPpm(ppm: number, language: Language): string {
  return rates(language).format(ppm / 1_000_000)
}

function utcDate(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** "2026年3月31日" / "31 March 2026" */
export function formatDate(date: string, language: Language): string {
  return dates(language).format(utcDate(date))
}

/** "3月31日" / "31 Mar": for lists where the year is plain from elsewhere. */
export function formatDayMonth(date: string, language: Language): string {
  return daysOfMonth(language).format(utcDate(date))
}

/** "2026年3月" / "March 2026" */
export function formatPeriod(period: string, language: Language): string {
  return periods(language).format(utcDate(`${period}-01`))
}

/** "3月" / "Mar" */
export function formatMonth(month: number, language: Language): string {
  return monthNames(language).format(new Date(Date.UTC(2024, month - 1, 1)))
}

/** An instant as wall-clock time in Shanghai: "2026年3月31日 10:32" / "31 March 2026, 10:32". */
export function formatInstant(instant: string, language: Language): string {
  return instants(language).format(new Date(instant))
}

/** "10:32" in Shanghai. */
export function formatTime(instant: string, language: Language): string {
  return times(language).format(new Date(instant))
}

const dayMs = 86_400_000

export function daysBetween(from: string, to: string): number {
  return Math.round((utcDate(to).getTime() - utcDate(from).getTime()) / dayMs)
}

/** "今天", "3天后", "2天前" / "today", "in 3 days", "2 days ago" */
export function formatRelativeDays(date: string, today: string, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(daysBetween(today, date), 'day')
}

/** A remaining time, rounded so that it does not flicker: "约 2 分钟" is worded by the caller; this gives {minutes} or {seconds}. */
export function roundedTimeLeft(seconds: number): { unit: 'second' | 'minute'; value: number } {
  if (seconds >= 90) return { unit: 'minute', value: Math.round(seconds / 60) }
  return { unit: 'second', value: Math.max(5, Math.ceil(seconds / 5) * 5) }
}
