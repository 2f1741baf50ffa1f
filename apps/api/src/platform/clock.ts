/** The one clock. Rules never read it: they are handed `today()`. Tests replace it. */
export interface Clock {
  now(): Date
  /** The civil date in Asia/Shanghai, 'YYYY-MM-DD'. */
  today(): string
}

/** China keeps UTC+8 all year, so the civil date is a plain shift of the instant. */
const shanghaiOffsetMs = 8 * 60 * 60 * 1000

export function civilDate(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)
}

/** The system's clock, or, when `frozenDate` is given, the same time of day on that civil date. */
export function systemClock(frozenDate?: string): Clock {
  const shift = frozenDate ? Date.parse(frozenDate) - Date.parse(civilDate(new Date())) : 0
  const now = () => new Date(Date.now() + shift)
  return { now, today: () => civilDate(now()) }
}
