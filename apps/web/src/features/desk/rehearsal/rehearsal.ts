import { civilDate, fen } from '@shebao/kernel'
import type { DelayedDebt } from '@shebao/premium'
import type { DeadlineRehearsalQuery } from './rehearsal.generated.ts'

export type Rehearsal = DeadlineRehearsalQuery['deadlineRehearsal']

/** What may be paid late, as the rules take it; nothing without bill or day, and once part of it is paid. */
export function debtOf({ principal, payment, settledMonthRule, feeCapped }: Rehearsal): DelayedDebt | undefined {
  if (principal === null || payment === null) return undefined
  return {
    principal: fen(principal),
    due: civilDate(payment.dueOn),
    rule: settledMonthRule ? 'SETTLED_MONTH' : 'DUE_DATE',
    cap: feeCapped ? 'PRINCIPAL' : 'NONE',
  }
}
