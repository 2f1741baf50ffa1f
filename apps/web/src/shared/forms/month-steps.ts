/** How many months a key moves on; the months stand in rows of three. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  PageUp: -12,
  PageDown: 12,
}

/** The month a key leads to from 'YYYY-MM'; undefined for every other key, and beyond the years of four digits. */
export function monthAfter(month: string, key: string): string | undefined {
  const first = `${month.slice(0, 4)}-01`
  if (key === 'Home') return first
  if (key === 'End') return `${month.slice(0, 4)}-12`
  const step = steps[key]
  if (step === undefined) return undefined
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  if (count < 12_000 || count >= 120_000) return undefined
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** This month in China. */
export const currentMonth = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
