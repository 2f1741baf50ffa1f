import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { PolicyProposalStatus } from './proposal.generated.ts'

export const statusTones: Readonly<Record<PolicyProposalStatus, StatusTone>> = {
  DRAFT: 'open',
  SIMULATED: 'waiting',
  PUBLISHED: 'done',
  WITHDRAWN: 'idle',
}
