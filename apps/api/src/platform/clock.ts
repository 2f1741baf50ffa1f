import { civilDateAt } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'

/** The one clock. Rules never read it: they are handed `today()`. Tests replace it. */
export interface Clock {
  now(): Date
  /** The civil date in Asia/Shanghai. */
  today(): CivilDate
}

/** The system's clock, or, when `frozenDate` is given, the same time of day on that civil date. */
export function systemClock(frozenDate?: string): Clock {
  const shift = frozenDate ? Date.parse(frozenDate) - Date.parse(civilDateAt(new Date())) : 0
  const now = () => new Date(Date.now() + shift)
  return { now, today: () => civilDateAt(now()) }
}
