import type { Fen, Insurance } from '@shebao/kernel'
import type { RetirementCategory } from '@shebao/premium'
import { addMonths, FIVE_INSURANCES, period } from '@shebao/kernel'
import { retirement } from '@shebao/premium'
import { requirePackedDay } from '@shebao/kernel'
import { IssueSink } from './rule.ts'

export interface BaseLimits {
  readonly floor: Fen
  readonly ceiling: Fen
}

/** What the rules need to know besides the rows. An absent parameter is unknown, and its rule stays silent. */
export interface PersonnelContext {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** Year of the declaration; wages and months are those of the year before. */
  readonly year: number
  readonly limits?: Partial<Record<Insurance, BaseLimits>>
  readonly minimumMonthlyWage?: Fen
  readonly averageRounding?: 'FEN' | 'YUAN'
  /** The employees' signature has been given once for the whole list (domain 4.3). */
  readonly signedList?: boolean
  /** Takes `TYPE:NUMBER` as `identityKeyOf` makes it. True when the person is in pension or medical insurance with another unit in the same month (domain 3.1). */
  readonly isActiveElsewhere?: (identityKey: string) => boolean
}

/** What one pass over a row learnt, for the totals and the duplicate search; overwritten by the next row. */
export interface RowReading {
  /** Normalised number of a valid identity, else empty. The kinds never overlap, so it needs no type beside it. */
  identityNumber: string
  identityType: string
  sex: 'MALE' | 'FEMALE' | undefined
  birthDay: number
  hireDay: number
  leaveDay: number
  /** Valid months and wages, else -1. */
  months: number
  wages: number
  /** Wage the base is taken from, in fen, else -1. */
  monthlyWage: number
}

export interface PreparedContext extends PersonnelContext {
  readonly todayDay: number
  /** Born after this day means under 16. */
  readonly latestBirthDay: number
  readonly lastYear: number
  readonly averageToleranceFen: number
  /** Floor and ceiling in the order of FIVE_INSURANCES, undefined where unknown. */
  readonly limitList: readonly (BaseLimits | undefined)[]
  readonly minimumWage: number
  readonly sink: IssueSink
  readonly reading: RowReading
  isPastRetirement(category: RetirementCategory, birthDay: number): boolean
}

export const MINIMUM_AGE_YEARS = 16
/** Nobody retires before this age in any category (domain 2.5), so younger people need no look-up. */
const EARLIEST_RETIREMENT_YEARS = 50

/** Works out once what would otherwise be worked out for every row. */
export function preparePersonnelContext(context: PersonnelContext): PreparedContext {
  const todayDay = requirePackedDay(context.today)
  if (!Number.isInteger(context.year)) throw new RangeError('year must be a whole number')
  return {
    ...context,
    todayDay,
    latestBirthDay: todayDay - MINIMUM_AGE_YEARS * 10000,
    lastYear: context.year - 1,
    averageToleranceFen: context.averageRounding === 'YUAN' ? 50 : 1,
    limitList: FIVE_INSURANCES.map((insurance) => context.limits?.[insurance]),
    minimumWage: context.minimumMonthlyWage ?? 0,
    sink: new IssueSink(),
    reading: {
      identityNumber: '',
      identityType: '',
      sex: undefined,
      birthDay: 0,
      hireDay: 0,
      leaveDay: 0,
      months: -1,
      wages: -1,
      monthlyWage: -1,
    },
    isPastRetirement: retirementLookUp(todayDay),
  }
}

/** Retirement is a month, so every birth month is worked out once and remembered. */
function retirementLookUp(todayDay: number): PreparedContext['isPastRetirement'] {
  const thisMonth = period(monthText(todayDay))
  const known: Record<RetirementCategory, Map<number, boolean>> = {
    MALE: new Map(),
    FEMALE_55: new Map(),
    FEMALE_50: new Map(),
  }
  const latestBirthDay = todayDay - EARLIEST_RETIREMENT_YEARS * 10000
  return (category, birthDay) => {
    if (birthDay > latestBirthDay) return false
    const birthMonth = Math.trunc(birthDay / 100)
    let past = known[category].get(birthMonth)
    if (past === undefined) {
      // Past means after the retirement month: within it the person may still be in the last month of work.
      past = addMonths(retirement(category, period(monthText(birthDay))).period, 1) <= thisMonth
      known[category].set(birthMonth, past)
    }
    return past
  }
}

function monthText(day: number): string {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}`
}
