import { explainChange } from '@shebao/premium'
import { useDerivation, type DerivationSubject, type LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import type { Simulation } from './proposal-type.ts'

/** Before, after, or what lies between. */
export type SimulatedFigure = 'before' | 'after' | 'change'
type Share = Pick<Simulation['shares'][number], 'side' | 'insurance'>

/**
 * The figures of a proposal's simulation, each asked for by itself. Nothing of them is kept: a simulation has no id of its own,
 * and the next one takes its place.
 */
export function useDeriveSimulation(proposalId: string) {
  const derive = useDerivation()
  const figureOf = (
    subjectAt: (moment: 'BEFORE' | 'AFTER') => DerivationSubject,
    figure: SimulatedFigure,
  ): LoadDerivation => {
    const [before, after] = [derive(subjectAt('BEFORE'), 'ANEW'), derive(subjectAt('AFTER'), 'ANEW')]
    if (figure !== 'change') return figure === 'before' ? before : after
    return async () => {
      const [old, next] = await Promise.all([before(), after()])
      return explainChange(next, old)
    }
  }
  return {
    total: (figure: SimulatedFigure) => figureOf((moment) => ({ simulatedTotal: { proposalId, moment } }), figure),
    share: (share: Share, figure: SimulatedFigure) =>
      figureOf((moment) => ({ simulatedShare: { proposalId, moment, ...share } }), figure),
    employer: (employerId: string, figure: SimulatedFigure) =>
      figureOf((moment) => ({ simulatedEmployer: { proposalId, moment, employerId } }), figure),
    bin: (place: number) => derive({ simulatedChange: { proposalId, place } }, 'ANEW'),
  }
}
