import { civilDateAt } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'

/** Today's civil date in Asia/Shanghai, wherever the terminal stands. */
export function shanghaiToday(now: Date = new Date()): CivilDate {
  return civilDateAt(now)
}
