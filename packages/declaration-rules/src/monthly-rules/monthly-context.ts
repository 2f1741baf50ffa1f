import { addDays, addMonths, civilDate, packedDay, period } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import type { MonthlyChangeDraft } from './monthly-change.ts'
import { isAdd, UNEMPLOYMENT_STOPS } from './monthly-change.ts'

/** What the register holds of a person with this unit: the spell that is open, else the last one that ended. */
export interface RegisteredPerson {
  readonly hireDate: string
  readonly fromPeriod: string
  /** Last month of a spell that ended. */
  readonly toPeriod?: string
  readonly insurances: readonly FiveInsurance[]
}

export interface MonthlyContext {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** Last day of the month on which a change still counts for the month; absent: no cut-off (domain 3.1). */
  readonly cutOffDay?: number
  /** A supplementary or revised declaration is about a month of its own, whatever the cut-off. */
  readonly earliest?: Period
  /** In the annual window a base changes without a reason. Absent means unknown. */
  readonly annualWindowOpen?: boolean
  /** `identityKeyOf`, insurance and first month: true when another unit pays for it. */
  readonly isActiveElsewhere?: (identityKey: string, insurance: FiveInsurance, from: string | undefined) => boolean
  /** `identityKeyOf`: what the register has of the person with this unit. Without the function nobody looked. */
  readonly registered?: (identityKey: string) => RegisteredPerson | undefined
  /** Changes already waiting, as `changeKeysOf` makes them. */
  readonly openChanges?: ReadonlySet<string>
}

/** What follows from a change without being at fault. */
export interface ChangeConsequences {
  /** Hired more than 30 days ago: registered late (SIL art. 58). */
  readonly lateRegistration: boolean
  /** Last day to report the unemployed list (SIL art. 50): 15 days after the employment ended, or from today where no day was given. */
  readonly unemployedListDue?: string
}

const LATE_AFTER_DAYS = 30
const UNEMPLOYED_LIST_DAYS = 15

export function consequencesOf(change: MonthlyChangeDraft, today: string): ChangeConsequences {
  const type = change.changeType
  const hired = packedDay(change.hireDate) === 0 ? undefined : change.hireDate
  const lateRegistration =
    type !== undefined && isAdd(type) && hired !== undefined && addDays(civilDate(hired), LATE_AFTER_DAYS) < today
  if (type === undefined || !UNEMPLOYMENT_STOPS.includes(type)) return { lateRegistration }
  const ended = packedDay(change.leaveDate) === 0 ? today : (change.leaveDate ?? today)
  return { lateRegistration, unemployedListDue: addDays(civilDate(ended), UNEMPLOYED_LIST_DAYS) }
}

/** The first period a change may still take effect in: this month, or the next once the cut-off has passed. */
export function firstOpenPeriod(today: string, cutOffDay?: number): Period {
  const thisMonth = period(today.slice(0, 7))
  return cutOffDay !== undefined && Number(today.slice(8)) > cutOffDay ? addMonths(thisMonth, 1) : thisMonth
}

/** First month a join or another base may take effect in. */
export const earliestPeriod = ({ earliest, today, cutOffDay }: MonthlyContext): Period =>
  earliest ?? firstOpenPeriod(today, cutOffDay)

/** Last month that must at least be paid: the current one, or with a correction of a month the one before it. */
export const earliestLastPayable = (context: MonthlyContext): Period =>
  context.earliest === undefined ? earliestPeriod(context) : addMonths(context.earliest, -1)
