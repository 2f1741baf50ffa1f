import type { PolicyProposalQuery } from './proposal.generated.ts'

export type Proposal = PolicyProposalQuery['policyProposal']
export type Simulation = NonNullable<Proposal['simulation']>
