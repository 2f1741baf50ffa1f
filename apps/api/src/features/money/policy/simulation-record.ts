import type { Period } from '@shebao/kernel'
import type { Explanation, SimulationTally } from '@shebao/premium'

/** A unit that no premium could be worked out for if the rows held, such as one whose own rate falls out of its class. */
export interface UnbillableUnit {
  employerId: string
  name: string
  people: number
  code: string
}

export interface SimulatedExample {
  reason: 'MOST_MORE' | 'MOST_LESS' | 'COMMON'
  /** Missing in a record of before it was kept. */
  individualId?: string
  nameMasked: string
  idMasked: string
  employerName: string
  before: number
  after: number
  explanationBefore: Explanation
  explanationAfter: Explanation
}

/** The shape of records that this program writes. Before 2 a tally did not keep what its figures follow from. */
export const RECORD_VERSION = 2

/** What a simulation has found so far, as it is kept with the proposal: what a stopped server loses is one slice. */
export interface SimulationRecord {
  /** `RECORD_VERSION` of when it began; the first had none. */
  version?: number
  /** Which attempt this is, and its slices so far. */
  run: string
  step: number
  done: boolean
  /** The month it was made of: the latest billed one; null when the region has billed none. */
  month: Period | null
  /** People of that month. */
  total: number
  cursor: { employerId: string; individualId: string }
  /** Which rows of the region were published then. */
  published: string
  tally: SimulationTally
  unbillable: UnbillableUnit[]
  unbillableUnits: number
  unbillablePeople: number
  /** Names of the units in `tally.employers`, once done. */
  employerNames: Record<string, string>
  examples: SimulatedExample[]
}

/** The tally with what its figures follow from; a record of before kept only the figures. */
export function derivableTally({ version, tally }: SimulationRecord): SimulationTally | undefined {
  return version === RECORD_VERSION ? tally : undefined
}
