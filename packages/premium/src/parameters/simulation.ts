import type { Fen, FiveInsurance, Side } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import { absenceMask, assessPeople } from '../premium.ts'
import { addCauses, ChargedPeople, countAsBilled, emptyCauses, MOMENTS, SHARES } from './simulation-causes.ts'
import type { Causes, Moment, SimulatedLines } from './simulation-causes.ts'

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
export type ChangeBin = {
  from: number | null
  to: number | null
  people: number
  amount: number
  /** What they pay by the place of each share. */
  before: number[]
  after: number[]
}

export type EmployerChange = { employerId: string; people: number; before: number; after: number; causes: Causes }

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
  /** Why the shares are what they are, of the employers that are done; the rows behind them are in `lines`. */
  causes: Causes
  lines: SimulatedLines
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
  const ups = [0, ...BOUNDS].map((from, index) => emptyBin(from, BOUNDS[index] ?? null))
  const downs = ups.toReversed().map(({ from, to }) => emptyBin(to === null ? null : -to, -(from ?? 0) || 0))
  const bins: ChangeBin[] = [...downs, emptyBin(0, 0), ...ups]
  return {
    people: 0,
    more: 0,
    less: 0,
    before: 0,
    after: 0,
    shares: SHARES.map((share) => ({ ...share, before: 0, after: 0, more: 0, less: 0 })),
    causes: emptyCauses(),
    lines: {},
    bins,
    employers: [],
    current: null,
    examples: [],
    samples: bins.map(() => null),
  }
}

function emptyBin(from: number | null, to: number | null): ChangeBin {
  const zeros = () => SHARES.map(() => 0)
  return { from, to, people: 0, amount: 0, before: zeros(), after: zeros() }
}

/** The policy the month was billed by, where its rows still give one, and the one to try. */
export type SimulatedPolicies = { readonly before: Policy | null; readonly after: Policy }

/**
 * Adds people of one employer, in one month, to the tally: as billed against `after`. The people of an employer come one
 * after the other, in as many parts as the caller likes.
 */
export function addToTally(
  tally: SimulationTally,
  employerId: string,
  policies: SimulatedPolicies,
  months: readonly BilledMonth[],
): void {
  const elsewhere = policies.before && fixedElsewhere(policies.before, months)
  const before = policies.before && chargePeople(tally, policies.before, 'before', months, elsewhere)
  const after = chargePeople(tally, policies.after, 'after', months, elsewhere)
  const employer = currentEmployer(tally, employerId)
  months.forEach((month, person) => {
    const amounts: PersonAmounts = { before: [], after: [] }
    tally.shares.forEach((share, place) => {
      const billed = (share.side === 'EMPLOYER' ? month.employer : month.personal)[share.insurance]
      const computed = after.amountOf(person, place)
      amounts.before.push(billed)
      amounts.after.push(computed)
      addShare(share, billed, computed)
      // What was billed is explained by the published rows only where they arrive at it.
      if (before?.amountOf(person, place) === billed) before.count(person, place)
      else countAsBilled(employer.causes.before, place, billed)
      after.count(person, place)
    })
    addPerson(tally, employer, { individualId: month.individualId, employerId }, amounts)
  })
  before?.addTo(employer.causes.before)
  after.addTo(employer.causes.after)
}

function chargePeople(
  tally: SimulationTally,
  policy: Policy,
  moment: Moment,
  months: readonly BilledMonth[],
  elsewhere: ArrayLike<number> | null,
) {
  return new ChargedPeople(policy, assessMonths(policy, months, elsewhere), moment, tally.lines, elsewhere)
}

function assessMonths(policy: Policy, months: readonly BilledMonth[], fixedCharged: ArrayLike<number> | null) {
  return assessPeople(
    policy,
    months.map(({ averageWage }) => averageWage),
    months.map(({ insured }) => absenceMask({ ...insured, LARGE_MEDICAL: insured.MEDICAL })),
    fixedCharged ?? undefined,
  )
}

/**
 * Whose fixed amounts of the month another employer was billed for (2.3: once per person and month), as 1: the rows arrive at
 * what was billed without them and not with them. The proposal would not charge them twice either.
 */
export function fixedElsewhere(policy: Policy, months: readonly BilledMonth[]): Uint8Array | null {
  if (policy.lines.every(({ fixed }) => fixed === 0)) return null
  const agrees = (fixedCharged: ArrayLike<number> | null) => {
    const { employer, personal } = assessMonths(policy, months, fixedCharged)
    return (person: number, month: BilledMonth) =>
      employer[person] === sumOf(Object.values(month.employer)) &&
      personal[person] === sumOf(Object.values(month.personal))
  }
  const withFixed = agrees(null)
  if (months.every((month, person) => withFixed(person, month))) return null
  const withoutFixed = agrees(new Uint8Array(months.length).fill(1))
  return Uint8Array.from(months, (month, person) => Number(!withFixed(person, month) && withoutFixed(person, month)))
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

function addShare(share: ShareTally, before: number, after: number): void {
  share.before += before
  share.after += after
  if (after > before) share.more += 1
  else if (after < before) share.less += 1
}

/** By the place of each share. */
type PersonAmounts = Record<Moment, number[]>

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

function addPerson(
  tally: SimulationTally,
  employer: EmployerChange,
  who: Pick<SimulatedPerson, 'individualId' | 'employerId'>,
  amounts: PersonAmounts,
): void {
  const person: SimulatedPerson = {
    reason: 'COMMON',
    ...who,
    before: sumOf(amounts.before),
    after: sumOf(amounts.after),
  }
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
    addToBin(bin, change, amounts)
    tally.samples[place] ??= person
  }
  if (change > 0) keepExtreme(tally, { ...person, reason: 'MOST_MORE' })
  else if (change < 0) keepExtreme(tally, { ...person, reason: 'MOST_LESS' })
}

function addToBin(bin: ChangeBin, change: number, amounts: PersonAmounts): void {
  bin.people += 1
  bin.amount += change
  for (const moment of MOMENTS) {
    amounts[moment].forEach((amount, place) => {
      bin[moment][place] = (bin[moment][place] ?? 0) + amount
    })
  }
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
  if (tally.current?.employerId === employerId) return tally.current
  closeEmployer(tally)
  const begun: EmployerChange = { employerId, people: 0, before: 0, after: 0, causes: emptyCauses() }
  tally.current = begun
  return begun
}

function closeEmployer(tally: SimulationTally): void {
  const { current } = tally
  tally.current = null
  if (current === null) return
  addCauses(tally.causes, current.causes)
  if (current.before === current.after) return
  tally.employers = [...tally.employers, current].toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, EMPLOYERS_SHOWN)
}
