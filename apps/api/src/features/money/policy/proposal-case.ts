import { stateNamed } from '@shebao/case'
import type { Takers } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { proposalTable } from './proposal.lifecycle.ts'
import { lockProposal } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { proposalWork } from './proposal-work.repository.ts'

type State = (typeof proposalTable.states)[number]
type Event = (typeof proposalTable.steps)[number]['event']
type Guard = 'ROWS_UNCHANGED' | 'SIMULATION_STANDS'

interface ProposalFacts {
  /** The rows that were simulated are the rows that stand. */
  readonly rowsUnchanged?: boolean
  /** What is simulated is what would be published, against the same published rows. */
  readonly simulationStands?: boolean
}

export const proposalCase: Lifecycle<ProposalRow, State, Event, Guard, ProposalFacts, Guard> = {
  table: proposalTable,
  what: 'proposal',
  see: 'proposal:read',
  lock: lockProposal,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(proposalTable, status),
  revision: ({ revision }) => revision,
  owner: () => ({}),
  takers: (_platform, proposal) => takersOf(proposal),
  work: proposalWork,
  guards: {
    ROWS_UNCHANGED: ({ rowsUnchanged }) => (rowsUnchanged ? [] : ['ROWS_UNCHANGED']),
    SIMULATION_STANDS: ({ simulationStands }) => (simulationStands ? [] : ['SIMULATION_STANDS']),
  },
}

/** Of all revisions: whoever ever wrote in it is an editor. */
export function takersOf({ createdBy, editors }: Pick<ProposalRow, 'createdBy' | 'editors'>): Takers<Event> {
  return { CREATE: [createdBy], EDIT: editors }
}
