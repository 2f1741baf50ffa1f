import type { Fen } from './fen.ts'
import { fen } from './fen.ts'
import { FIVE_INSURANCES, SIDES } from './insurance.ts'
import type { FiveInsurance, Insurance, Side } from './insurance.ts'
import type { Policy } from './policy.ts'
import { absenceMask, assessPeople } from './premium.ts'

/** One person's billed month: the amounts as they were billed, and who takes part in what. */
export type BilledMonth = {
  readonly individualId: string
  readonly averageWage: Fen
  readonly insured: Readonly<Record<FiveInsurance, boolean>>
  readonly employer: Readonly<Record<FiveInsurance, Fen>>
  readonly personal: Readonly<Record<FiveInsurance, Fen>>
}

export type ShareTally = {
  side: Side
  insurance: FiveInsurance
  before: number
  after: number
  /** People who pay more, or less, in this share. */
  more: number
  less: number
}

/** People whose month changes by more than `from` up to `to` fen; null is without end. The bin 0 to 0 is no change. */
export type ChangeBin = { from: number | null; to: number | null; people: number; amount: number }

export type EmployerChange = { employerId: string; people: number; before: number; after: number }

export type ExampleReason = 'MOST_MORE' | 'MOST_LESS' | 'COMMON'
export type SimulatedPerson = {
  reason: ExampleReason
  individualId: string
  employerId: string
  before: number
  after: number
}

/** Everything a simulation finds, bounded however many people there are, and plain enough to be stored between two slices. */
export type SimulationTally = {
  people: number
  more: number
  less: number
  before: number
  after: number
  shares: ShareTally[]
  bins: ChangeBin[]
  /** The largest changes so far, by size; the employer that is being read is in `current`. */
  employers: EmployerChange[]
  current: EmployerChange | null
  /** At most one a reason. */
  examples: SimulatedPerson[]
  /** One person of each bin, by its place in `bins`, from which the common example is chosen. */
  samples: (SimulatedPerson | null)[]
}

export const EMPLOYERS_SHOWN = 10

/** Bounds of the bins in fen: finer near nothing, as changes of limits mostly are. */
const BOUNDS = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

export function emptyTally(): SimulationTally {
  const ups = [0, ...BOUNDS].map((from, index) => ({ from, to: BOUNDS[index] ?? null, people: 0, amount: 0 }))
  const downs = ups
    .toReversed()
    .map(({ from, to }) => ({ from: to === null ? null : -to, to: -from || 0, people: 0, amount: 0 }))
  const bins: ChangeBin[] = [...downs, { from: 0, to: 0, people: 0, amount: 0 }, ...ups]
  const shares = SIDES.flatMap((side) =>
    FIVE_INSURANCES.map((insurance) => ({ side, insurance, before: 0, after: 0, more: 0, less: 0 })),
  )
  return {
    people: 0,
    more: 0,
    less: 0,
    before: 0,
    after: 0,
    shares,
    bins,
    employers: [],
    current: null,
    examples: [],
    samples: bins.map(() => null),
  }
}

/**
 * Adds people of one employer, in one month, to the tally: as billed against `policy`. The people of an employer come one
 * after the other, in as many parts as the caller likes.
 */
export function addToTally(
  tally: SimulationTally,
  employerId: string,
  policy: Policy,
  months: readonly BilledMonth[],
): void {
  const after = assessPeople(
    policy,
    months.map(({ averageWage }) => averageWage),
    months.map(({ insured }) => absenceMask({ ...insured, LARGE_MEDICAL: insured.MEDICAL })),
  )
  const places = policy.lines.map(({ side, insurance }) => sharePlace(side, columnOf(insurance)))
  const employer = currentEmployer(tally, employerId)
  const shares = new Float64Array(tally.shares.length)
  months.forEach((month, person) => {
    shares.fill(0)
    places.forEach((place, line) => {
      shares[place] = (shares[place] ?? 0) + (after.amounts[person * after.lineCount + line] ?? 0)
    })
    let [before, now] = [0, 0]
    tally.shares.forEach((share, place) => {
      const billed = (share.side === 'EMPLOYER' ? month.employer : month.personal)[share.insurance]
      const computed = shares[place] ?? 0
      before += billed
      now += computed
      addShare(share, billed, computed)
    })
    addPerson(tally, employer, { reason: 'COMMON', individualId: month.individualId, employerId, before, after: now })
  })
}

/** To be called once, after the last person. */
export function finishTally(tally: SimulationTally): void {
  closeEmployer(tally)
  const changed = tally.bins.map((bin, place) => ({ bin, place })).filter(({ bin }) => bin.from !== bin.to)
  const common = changed.reduce(
    (most, entry) => (entry.bin.people > most.bin.people ? entry : most),
    changed[0] ?? { bin: { people: 0 }, place: 0 },
  )
  const sample = common.bin.people > 0 ? tally.samples[common.place] : null
  const known = tally.examples.some(({ individualId, employerId }) => {
    return individualId === sample?.individualId && employerId === sample.employerId
  })
  if (sample && !known) tally.examples.push(sample)
  tally.samples = []
}

/** Large-amount medical is collected with medical. */
const columnOf = (insurance: Insurance): FiveInsurance => (insurance === 'LARGE_MEDICAL' ? 'MEDICAL' : insurance)

function sharePlace(side: Side, insurance: FiveInsurance): number {
  return SIDES.indexOf(side) * FIVE_INSURANCES.length + FIVE_INSURANCES.indexOf(insurance)
}

function addShare(share: ShareTally, before: number, after: number): void {
  share.before += before
  share.after += after
  if (after > before) share.more += 1
  else if (after < before) share.less += 1
}

function addPerson(tally: SimulationTally, employer: EmployerChange, person: SimulatedPerson): void {
  const change = person.after - person.before
  tally.people += 1
  tally.before += person.before
  tally.after += person.after
  if (change > 0) tally.more += 1
  else if (change < 0) tally.less += 1
  employer.people += 1
  employer.before += person.before
  employer.after += person.after
  const place = tally.bins.findIndex((bin) => isIn(bin, change))
  const bin = tally.bins[place]
  if (bin) {
    bin.people += 1
    bin.amount += change
    tally.samples[place] ??= person
  }
  if (change > 0) keepExtreme(tally, { ...person, reason: 'MOST_MORE' })
  else if (change < 0) keepExtreme(tally, { ...person, reason: 'MOST_LESS' })
}

/** Away from nothing a bin holds its far bound, so that a change of exactly 10 yuan is in "up to 10". */
function isIn({ from, to }: ChangeBin, change: number): boolean {
  if (from === 0 && to === 0) return change === 0
  if (change > 0) return from !== null && from >= 0 && change > from && (to === null || change <= to)
  if (change < 0) return to !== null && to <= 0 && change < to && (from === null || change >= from)
  return false
}

function keepExtreme(tally: SimulationTally, person: SimulatedPerson): void {
  const place = tally.examples.findIndex(({ reason }) => reason === person.reason)
  const known = tally.examples[place]
  if (known === undefined) tally.examples.push(person)
  else if (sizeOf(person) > sizeOf(known)) tally.examples[place] = person
}

function sizeOf({ before, after }: { readonly before: number; readonly after: number }): number {
  return Math.abs(after - before)
}

function currentEmployer(tally: SimulationTally, employerId: string): EmployerChange {
  if (tally.current?.employerId !== employerId) {
    closeEmployer(tally)
    tally.current = { employerId, people: 0, before: 0, after: 0 }
  }
  return tally.current ?? { employerId, people: 0, before: 0, after: 0 }
}

function closeEmployer(tally: SimulationTally): void {
  const { current } = tally
  tally.current = null
  if (current === null || current.before === current.after) return
  tally.employers = [...tally.employers, current].toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, EMPLOYERS_SHOWN)
}

/** What the whole costs more (positive) or less. */
export function tallyChange({ before, after }: { readonly before: number; readonly after: number }): Fen {
  return fen(after - before)
}
