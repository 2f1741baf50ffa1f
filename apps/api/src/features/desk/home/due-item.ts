import type { Fen } from '@shebao/kernel'

export const dueKinds = [
  'FIX_RETURNED',
  'FIX_MONTHLY',
  'OVERDUE_NOTICE',
  'REPORT_UNEMPLOYED',
  'FILE_INSPECTION',
  'FILE_MONTHLY',
  'PAY_NOTICE',
  'FILE_PAPER',
] as const
export type DueKind = (typeof dueKinds)[number]

/** One thing the unit has to do, with the one date and figure that matter. */
export interface DueItem {
  kind: DueKind
  dueOn: string
  overdue: boolean
  amount?: Fen
  /** A notice: of the amount, what being late costs; since how many days; and whether a payment of it is under way. */
  late?: { fee: Fen; days: number; underWay: boolean }
  /** Of a notice: the amount is what is left of it. */
  partPaid?: true
  /** Things missing in the draft; notes on a returned declaration that are neither mended nor answered; people of an unemployed list. */
  count?: number
  /** The declaration or notice; absent while the declaration has not been opened. */
  targetId?: string
  /** Year or month it is about; of an unemployed list the day. */
  concerning: string
}
