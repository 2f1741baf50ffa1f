import type { MonthlyStanding } from './monthly-lifecycle.ts'

/** How far a monthly declaration has come as it is shown (domain 3.2): the steps taken, then what became of the month's notice. */
export const MONTHLY_STATES = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'WITHDRAWN',
  'APPROVED',
  'NOTICED',
  'PARTIALLY_PAID',
  'PAID',
  'OVERDUE',
  'ASSESSED',
  'CANCELLED',
] as const
export type MonthlyState = (typeof MONTHLY_STATES)[number]

/** What is known of the notice of a month. */
export interface MonthNotice {
  /** Nobody declared the month, so it was deemed (SIL 62). */
  readonly deemed: boolean
  readonly paid: 'NOTHING' | 'PART' | 'ALL'
  readonly overdue: boolean
}

/** An accepted declaration is as far as its notice; a month that nobody declared and that was deemed is ASSESSED until it is filed. */
export function monthlyStateOf(standing: MonthlyStanding | undefined, notice: MonthNotice | undefined): MonthlyState {
  if (standing === undefined) return notice?.deemed === true ? 'ASSESSED' : stateOfNotice(notice, 'DRAFT')
  if (standing !== 'APPROVED') return standing === 'DRAFT' && notice?.deemed === true ? 'ASSESSED' : standing
  return stateOfNotice(notice, 'APPROVED')
}

function stateOfNotice(notice: MonthNotice | undefined, without: MonthlyState): MonthlyState {
  if (!notice) return without
  if (notice.paid === 'ALL') return 'PAID'
  if (notice.overdue) return 'OVERDUE'
  return notice.paid === 'PART' ? 'PARTIALLY_PAID' : 'NOTICED'
}
