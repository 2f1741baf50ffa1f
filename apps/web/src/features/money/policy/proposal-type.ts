import type { PolicyProposalQuery } from './proposal.generated.ts'

/** What a simulation found. It has no id by which a part could read it again, so it is handed on whole. */
export type Simulation = NonNullable<PolicyProposalQuery['policyProposal']['simulation']>
