import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { actingRole, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { editingRoles } from './policy.policy.ts'
import { endProposal, lockProposal } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'

const longestReason = 200

/** Ends a proposal without publishing it. It stays to be read, with the reason in the trail. */
export async function withdrawProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: { id: string; reason: string; origin: string },
): Promise<{ kind: 'withdrawn' | 'ended'; proposal: ProposalRow }> {
  const viewer = requireStaff(asker, editingRoles)
  const id = requireUuid(input.id, 'proposal')
  const reason = input.reason.trim()
  if (reason === '' || reason.length > longestReason)
    throw badInput('reason', `A reason of 1 to ${longestReason} characters is needed.`)
  return platform.database.transaction(async () => {
    const proposal = await lockProposal(platform, id)
    if (!proposal) throw notFound('proposal')
    if (proposal.status === 'PUBLISHED' || proposal.status === 'WITHDRAWN') return { kind: 'ended', proposal }
    const withdrawn = await endProposal(platform, id, 'WITHDRAWN', viewer.accountId)
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: actingRole(viewer, editingRoles),
      origin: input.origin,
      action: 'WITHDRAW_POLICY_PROPOSAL',
      recordType: 'PolicyProposal',
      recordId: id,
      reason,
      change: { region: proposal.region, title: proposal.title },
    })
    return { kind: 'withdrawn', proposal: withdrawn }
  })
}
