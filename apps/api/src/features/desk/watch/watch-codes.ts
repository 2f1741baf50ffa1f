import type { Fen } from '@shebao/kernel'

/**
 * PAID and BACK_PAID: the bank confirmed the money. UNPAID: billed and not due yet. OVERDUE: past the due date. NOT_BILLED: the
 * unit had the person in its list, and nothing was ever billed. PENDING: the month still runs.
 */
export const watchStatuses = [
  'PAID',
  'BACK_PAID',
  'DEFERRED',
  'UNPAID',
  'OVERDUE',
  'REFUNDED',
  'NOT_BILLED',
  'PENDING',
] as const
export type MonthStatusOfWatch = (typeof watchStatuses)[number]

/** One person's month with one employer as it is read. */
export interface WatchedRow {
  employerId: string
  employerName: string
  period: string
  /** In the unit's list for the month, as the office has it now. */
  declared: boolean
  /** The monthly average the unit declared. */
  wage: Fen | null
  /** What the pension was computed from. */
  base: Fen | null
  /** The person's own share, which the unit withholds (SIL 60). */
  personal: Fen
  billed: boolean
  statuses: readonly string[]
  /** Of what is still open. */
  dueOn: string | null
  postedOn: string | null
}
