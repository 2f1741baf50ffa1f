import { staffRoles } from '../../../shared/lib/staff-role.ts'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { AccountDoneFragment, AccountRefusal, StaffAccountFactsFragment } from './accounts.generated.ts'

export const stateTones: Record<StaffAccountFactsFragment['state'], StatusTone> = {
  WAITING: 'waiting',
  ACTIVE: 'done',
  LOCKED: 'warning',
  ENDED: 'idle',
}

export type Role = StaffAccountFactsFragment['roles'][number]['role']
export const allRoles: readonly Role[] = staffRoles

export type Outcome =
  | ({ __typename: 'StaffAccountDone' } & Pick<AccountDoneFragment, 'link'>)
  | { __typename: 'StaffAccountRefused'; reason: AccountRefusal }
