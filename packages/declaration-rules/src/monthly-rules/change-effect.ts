import { FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { MonthlyChangeDraft } from './monthly-change.ts'
import { isAdd, isStop } from './monthly-change.ts'

/** What holds of a person with the unit, before a change or after it. */
export interface PersonStanding {
  readonly insurances: readonly FiveInsurance[]
  /** Monthly average the bases are taken from; nothing where nobody is insured or said. */
  readonly wage?: Fen
}

const NOBODY: PersonStanding = { insurances: [] }

/** The person as the register will have them once the change is accepted; a change that lacks its type changes nothing. */
export function effectOf(change: MonthlyChangeDraft, before: PersonStanding = NOBODY): PersonStanding {
  const { changeType: type, insurances = [], monthlyWage } = change
  if (type === undefined || type === 'INFO_CHANGE') return before
  if (type === 'BASE_CHANGE') return monthlyWage === undefined ? before : { ...before, wage: monthlyWage }
  if (isStop(type)) {
    const left = before.insurances.filter((one) => !insurances.includes(one))
    return left.length === 0 ? NOBODY : { ...before, insurances: left }
  }
  if (!isAdd(type)) return before
  const joined = FIVE_INSURANCES.filter((one) => insurances.includes(one) || before.insurances.includes(one))
  const wage = before.insurances.length > 0 ? before.wage : monthlyWage
  return { insurances: joined, ...(wage === undefined ? {} : { wage }) }
}
