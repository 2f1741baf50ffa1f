import type { Columns } from './column.ts'
import { employerColumns } from './kinds/employers.ts'
import { enrolmentColumns } from './kinds/enrolments.ts'
import { historyColumns } from './kinds/history.ts'
import { balanceColumns } from './kinds/opening-balances.ts'
import { personColumns } from './kinds/people.ts'

/** What an office brings in, in the order in which one stands on the other. */
export const importKinds = ['EMPLOYERS', 'PEOPLE', 'ENROLMENTS', 'OPENING_BALANCES', 'HISTORY'] as const
export type ImportKind = (typeof importKinds)[number]

export const importColumns = {
  EMPLOYERS: employerColumns,
  PEOPLE: personColumns,
  ENROLMENTS: enrolmentColumns,
  OPENING_BALANCES: balanceColumns,
  HISTORY: historyColumns,
} as const satisfies Record<ImportKind, Columns>

/** These are money, or months that count towards a pension: one brings them, another releases them. */
export const moneyKinds: readonly ImportKind[] = ['OPENING_BALANCES', 'HISTORY']
