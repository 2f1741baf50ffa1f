import type { StatusTable } from '@shebao/case'
import { monthlyLifecycle } from '@shebao/declaration-rules'
import { declarationCase } from './features/filing/declaration/declaration-case.ts'
import { agreementCase } from './features/money/agreement/agreement-case.ts'
import { backPaymentCase } from './features/money/back-payment/back-payment-case.ts'
import { proposalCase } from './features/money/policy/proposal-case.ts'
import { dayCase } from './features/money/reconciliation/day-case.ts'
import { refundCase } from './features/money/refund/refund-case.ts'
import { runCase } from './features/money/run/run-case.ts'
import { writeOffCase } from './features/money/write-off/write-off-case.ts'
import { cardPasswordCase } from './features/office/session/card-password-case.ts'

/** Every lifecycle there is: what is printed, and what the one test walks. A new one is one more line here. */
export const lifecycles: readonly {
  readonly table: StatusTable
  readonly guards: Readonly<Record<string, unknown>>
}[] = [
  declarationCase,
  refundCase,
  backPaymentCase,
  writeOffCase,
  proposalCase,
  cardPasswordCase,
  agreementCase,
  runCase,
  dayCase,
]

/** Written down and asked by nothing yet. */
export const plannedTables: readonly StatusTable[] = [monthlyLifecycle]
