import { addMonths, FIVE_INSURANCES, monthOf, period as toPeriod, periodsBetween, yearOf } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'

/**
 * What a month is to one insurance. PENDING: insured, and the month is not assessed yet because it still runs. GAP: insured before,
 * nothing for this month. NOT_INSURED: not yet. TRANSFERRED_IN: paid in another region, and counts here. MOVED_AWAY: paid here, and counts in
 * another region now. The others are the status of the premium.
 */
export const monthStates = [
  'PAID',
  'UNPAID',
  'DEFERRED',
  'BACK_PAID',
  'REFUNDED',
  'TRANSFERRED_IN',
  'MOVED_AWAY',
  'PENDING',
  'GAP',
  'NOT_INSURED',
] as const
export type MonthState = (typeof monthStates)[number]

/**
 * Why a month is a gap. NOT_EMPLOYED: no unit insured the person. NOT_TAKEN: the unit insured them without this insurance.
 * NOT_ASSESSED: insured, but no premium was ever assessed: a question to the office.
 */
export const gapReasons = ['NOT_EMPLOYED', 'NOT_TAKEN', 'NOT_ASSESSED'] as const
export type GapReason = (typeof gapReasons)[number]

/** A premium of a month; the row of a refund is not one. */
export interface AssessedMonth {
  period: string
  status: 'PAID' | 'UNPAID' | 'DEFERRED' | 'BACK_PAID' | 'REFUNDED'
  insurances: readonly FiveInsurance[]
}

/** A stretch of months with one unit in which the same held. */
export interface InsuredStretch {
  employerName: string
  fromPeriod: string
  toPeriod: string | null
  stopReason: string | null
  insurances: readonly FiveInsurance[]
}

/** Months that came from another region, or went to one. */
export interface MovedStretch {
  direction: 'IN' | 'OUT'
  insurance: FiveInsurance
  from: string
  to: string
  /** They came once and have gone on since. */
  movedOn: boolean
}

export interface RecordGap {
  from: Period
  to: Period
  insurances: FiveInsurance[]
  reason: GapReason
  /** The unit that the person was with before, or is with. */
  employerName: string | undefined
  /** Why they left it, where the register says. */
  stopReason: string | undefined
}

export interface RecordYear {
  year: number
  /** Twelve for each insurance, January first; undefined before the record begins and after the running month. */
  states: Record<FiveInsurance, (MonthState | undefined)[]>
}

export interface InsuredMonths {
  /** Newest first. */
  years: RecordYear[]
  /** Newest first. */
  gaps: RecordGap[]
}

/**
 * Which premium speaks for a month with several: an unpaid part stays visible, and a month that another unit paid counts although
 * this one's was refunded (a duplicate month counts once, domain specification 7).
 */
const weight = { UNPAID: 4, DEFERRED: 3, BACK_PAID: 2, PAID: 1, REFUNDED: 0 } as const

/** Every month from the first insured one to the running one, by insurance, and why months are missing. Gaps are shown, never bridged. */
export function insuredMonths(
  premiums: readonly AssessedMonth[],
  stretches: readonly InsuredStretch[],
  running: Period,
  moved: readonly MovedStretch[] = [],
): InsuredMonths {
  const begins = [
    ...moved.map(({ from }) => from),
    ...premiums.map(({ period }) => period),
    ...stretches.map(({ fromPeriod }) => fromPeriod),
  ].toSorted()[0]
  if (begins === undefined || begins > running) return { years: [], gaps: [] }
  const ordered = stretches.toSorted((a, b) => a.fromPeriod.localeCompare(b.fromPeriod))
  const months = periodsBetween(toPeriod(begins), running)
  const years = new Map<number, RecordYear>()
  const gaps: RecordGap[] = []
  for (const insurance of FIVE_INSURANCES) {
    const assessed = strongestByMonth(premiums, insurance)
    let insuredBefore = false
    for (const month of months) {
      const at = standing(ordered, month)
      const taken = at?.insurances.includes(insurance) ?? false
      const elsewhere = movedState(moved, insurance, month, assessed.get(month))
      const state = elsewhere ?? assessed.get(month) ?? stateWithout(taken, insuredBefore, month === running)
      insuredBefore ||= taken || assessed.has(month) || elsewhere !== undefined
      yearIn(years, month).states[insurance][monthOf(month) - 1] = state
      if (state === 'GAP') noteGap(gaps, insurance, month, whyGap(ordered, at, taken, month))
    }
  }
  return {
    years: [...years.values()].toSorted((a, b) => b.year - a.year),
    gaps: joinInsurances(gaps).toSorted((a, b) => b.from.localeCompare(a.from)),
  }
}

function strongestByMonth(premiums: readonly AssessedMonth[], insurance: FiveInsurance) {
  const strongest = new Map<string, AssessedMonth['status']>()
  for (const { period, status, insurances } of premiums) {
    const known = strongest.get(period)
    if (insurances.includes(insurance) && (known === undefined || weight[status] > weight[known]))
      strongest.set(period, status)
  }
  return strongest
}

const standing = (stretches: readonly InsuredStretch[], month: Period) =>
  stretches.findLast(({ fromPeriod, toPeriod: to }) => fromPeriod <= month && (to === null || to >= month))

function stateWithout(taken: boolean, insuredBefore: boolean, runs: boolean): MonthState {
  if (taken && runs) return 'PENDING'
  return taken || insuredBefore ? 'GAP' : 'NOT_INSURED'
}

/**
 * What a move makes of a month, if anything. A month that was paid here too is this office's, and counts once; one that came back is here,
 * whatever went before.
 */
function movedState(
  moved: readonly MovedStretch[],
  insurance: FiveInsurance,
  month: Period,
  own: AssessedMonth['status'] | undefined,
): MonthState | undefined {
  const of = moved.filter((each) => each.insurance === insurance && each.from <= month && each.to >= month)
  const away = of.some(({ direction, movedOn }) => direction === 'OUT' || movedOn)
  if (of.some(({ direction, movedOn }) => direction === 'IN' && !movedOn))
    return own === undefined || own === 'REFUNDED' || away ? 'TRANSFERRED_IN' : undefined
  return away ? 'MOVED_AWAY' : undefined
}

type Why = Pick<RecordGap, 'reason' | 'employerName' | 'stopReason'>

function whyGap(
  ordered: readonly InsuredStretch[],
  at: InsuredStretch | undefined,
  taken: boolean,
  month: Period,
): Why {
  if (at) return { reason: taken ? 'NOT_ASSESSED' : 'NOT_TAKEN', employerName: at.employerName, stopReason: undefined }
  const before = ordered
    .filter(({ toPeriod: to }) => to !== null && to < month)
    .toSorted((a, b) => (a.toPeriod ?? '').localeCompare(b.toPeriod ?? ''))
    .at(-1)
  return {
    reason: 'NOT_EMPLOYED',
    employerName: before?.employerName,
    stopReason: before?.stopReason ?? undefined,
  }
}

/** Months of one insurance come in order: the next month of the same gap lengthens it. */
function noteGap(gaps: RecordGap[], insurance: FiveInsurance, month: Period, why: Why) {
  const last = gaps.at(-1)
  if (last?.insurances[0] === insurance && addMonths(last.to, 1) === month && same(last, why)) last.to = month
  else gaps.push({ from: month, to: month, insurances: [insurance], ...why })
}

const same = (one: Why, other: Why) =>
  one.reason === other.reason && one.employerName === other.employerName && one.stopReason === other.stopReason

/** Mostly all five are missing at once: said once. */
function joinInsurances(gaps: readonly RecordGap[]): RecordGap[] {
  const joined: RecordGap[] = []
  for (const gap of gaps) {
    const known = joined.find(({ from, to, ...why }) => from === gap.from && to === gap.to && same(why, gap))
    if (known) known.insurances.push(...gap.insurances)
    else joined.push({ ...gap, insurances: [...gap.insurances] })
  }
  return joined
}

function yearIn(years: Map<number, RecordYear>, month: Period): RecordYear {
  const number = yearOf(month)
  const blank = () => Array.from<MonthState | undefined>({ length: 12 })
  const known = years.get(number) ?? {
    year: number,
    states: { PENSION: blank(), MEDICAL: blank(), UNEMPLOYMENT: blank(), WORK_INJURY: blank(), MATERNITY: blank() },
  }
  years.set(number, known)
  return known
}
