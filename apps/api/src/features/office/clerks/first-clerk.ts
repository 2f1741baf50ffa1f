import { provideFirstClerk } from '../../../access/first-clerk.ts'
import { clerkDuties } from '../../../access/viewer.ts'
import { issueLink } from '../one-time-code/index.ts'
import { findClerk, insertClerk, listClerks } from '../session/index.ts'

provideFirstClerk({
  hasClerks: async (platform, employerId) => (await listClerks(platform, employerId, 1)).length > 0,
  open: (platform, clerk) => insertClerk(platform, { ...clerk, duties: clerkDuties }),
  async link(platform, { employerId, accountId }) {
    const clerk = await findClerk(platform, employerId, accountId)
    if (clerk?.state !== 'WAITING') return undefined
    const { url, expiresAt } = await issueLink(platform, { purpose: 'CLERK_ACTIVATION', accountId, issuedBy: null })
    return { url, expiresAt }
  },
})
