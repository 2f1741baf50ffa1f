import type { Tenant } from '../platform/tenancy.ts'
import type { Viewer } from './viewer.ts'

/** Whose rows the database shows to what this viewer asks for; nothing for staff, partners and visitors, who have none of their own. */
export function tenantOf(viewer: Viewer | undefined): Tenant | undefined {
  if (viewer?.kind === 'EMPLOYER') return { accountId: viewer.accountId, employerId: viewer.employerId }
  if (viewer?.kind === 'INSURED') return { accountId: viewer.accountId, individualId: viewer.individualId }
  return undefined
}
