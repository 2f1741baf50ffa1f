import type { FiveInsurance } from '@shebao/kernel'
import {
  explainSimulatedBin,
  explainSimulatedEmployer,
  explainSimulatedShare,
  explainSimulatedTotal,
} from '@shebao/premium'
import type { Explanation, Moment } from '@shebao/premium'
import { derivableTally } from './simulation-record.ts'
import type { SimulationRecord } from './simulation-record.ts'

/** A figure of a simulation: of the whole month, of one share, of one unit, or of the people with one size of change. */
export type SimulatedFigure =
  | { of: 'TOTAL'; moment: Moment }
  | { of: 'SHARE'; moment: Moment; side: string; insurance: FiveInsurance }
  | { of: 'EMPLOYER'; moment: Moment; employerId: string }
  | { of: 'CHANGE'; place: number }

/** What the figure follows from; nothing while the simulation runs, of one that kept only figures, and of a figure it has not. */
export function deriveSimulated(record: SimulationRecord, figure: SimulatedFigure): Explanation | undefined {
  const tally = record.done ? derivableTally(record) : undefined
  if (!tally) return undefined
  if (figure.of === 'TOTAL') return explainSimulatedTotal(tally, figure.moment)
  if (figure.of === 'CHANGE') {
    const bin = tally.bins[figure.place]
    return bin && explainSimulatedBin(bin)
  }
  if (figure.of === 'EMPLOYER') {
    const unit = tally.employers.find(({ employerId }) => employerId === figure.employerId)
    return unit && explainSimulatedEmployer(tally, figure.moment, unit)
  }
  const place = tally.shares.findIndex(({ side, insurance }) => side === figure.side && insurance === figure.insurance)
  return place < 0 ? undefined : explainSimulatedShare(tally, figure.moment, place)
}
