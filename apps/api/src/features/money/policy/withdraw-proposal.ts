import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, forbidden } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { proposalCase } from './proposal-case.ts'
import { endProposal } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'

const longestReason = 200

/** Ends a proposal without publishing it. It stays to be read, with the reason in the trail. */
export async function withdrawProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: Decision & { reason: string; origin: string },
): Promise<{ kind: 'withdrawn' | 'ended'; proposal: ProposalRow }> {
  const actor = requireMay(asker, 'proposal:withdraw')
  const id = requireUuid(input.id, 'proposal')
  const reason = input.reason.trim()
  if (reason === '' || reason.length > longestReason)
    throw badInput('reason', `A reason of 1 to ${longestReason} characters is needed.`)
  const outcome = await takeStep(platform, proposalCase, {
    id,
    decidedOn: input.decidedOn,
    event: 'WITHDRAW',
    actor,
    origin: input.origin,
    note: reason,
    facts: noFacts,
    write: (proposal, status) => endProposal(platform, proposal.id, status, actor.accountId),
    trace: ({ region, title }) => ({
      action: 'WITHDRAW_POLICY_PROPOSAL',
      recordType: 'PolicyProposal',
      recordId: id,
      reason,
      change: { region, title },
    }),
  })
  if (outcome.kind === 'TAKEN') return { kind: 'withdrawn', proposal: outcome.result }
  if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'NOT_PERMITTED') throw forbidden()
  return { kind: 'ended', proposal: outcome.row }
}
