import { civilDate, daysBetween } from '@shebao/kernel'
import type { NoticeRow } from './notice.repository.ts'

/**
 * How many days a notice is past its due date today; none once it is settled or given up. Money that was sent to the bank and has
 * not come is no payment: the notice stays overdue until it is posted.
 */
export function overdueDays(
  { postedOn, status, dueOn }: Pick<NoticeRow, 'postedOn' | 'status' | 'dueOn'>,
  today: string,
): number {
  if (postedOn !== null || status === 'WRITTEN_OFF') return 0
  return Math.max(0, daysBetween(civilDate(dueOn), civilDate(today)))
}
