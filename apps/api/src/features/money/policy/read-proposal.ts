import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findProposal } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'

export async function readProposal(platform: Platform, id: string): Promise<ProposalRow> {
  const proposal = await findProposal(platform, requireUuid(id, 'proposal'))
  if (!proposal) throw notFound('proposal')
  return proposal
}
