import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { SimulatePolicyProposalDocument } from './proposal.generated.ts'

export interface SimulationStart {
  allowed: boolean
  /** Saves what is open and gives the revision, or undefined when it could not be saved. */
  prepare: () => Promise<number | undefined>
  refetch: () => Promise<unknown>
}

/** Runs a simulation slice after slice; leaving the page stops asking, and the next start begins again. */
export function useSimulation(id: string, start: SimulationStart | undefined) {
  const [simulate] = useMutation(SimulatePolicyProposalDocument)
  const [progress, setProgress] = useState<{ people: number; total: number }>()
  const [problem, setProblem] = useState<'failed' | 'conflict' | 'mustBeRight'>()

  const slices = async (begin: SimulationStart) => {
    const expectedRevision = await begin.prepare()
    if (expectedRevision === undefined) return setProblem('failed')
    let run: string | null = null
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- each slice goes on where the one before it ended
      const result: Awaited<ReturnType<typeof simulate>> = await simulate({ variables: { id, expectedRevision, run } })
      const answer = result.data?.simulatePolicyProposal
      if (answer?.__typename === 'PolicyProposalHasProblems') return setProblem('mustBeRight')
      if (answer?.__typename !== 'PolicyProposalSimulated' || !answer.proposal.simulation) return setProblem('conflict')
      const { simulation } = answer.proposal
      setProgress({ people: simulation.people, total: simulation.total })
      if (simulation.done) return undefined
      run = simulation.run
    }
  }
  const run = () => {
    if (!start) return
    setProblem(undefined)
    setProgress({ people: 0, total: 0 })
    slices(start)
      .catch(() => setProblem('failed'))
      .then(() => start.refetch())
      .catch(() => setProblem('failed'))
      .finally(() => setProgress(undefined))
  }
  return { progress, problem, run }
}
