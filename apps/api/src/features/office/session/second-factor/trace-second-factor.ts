import type { StaffMember } from '../../../../access/viewer.ts'
import type { AuditAction, AuditChange } from '../../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../../platform/platform.ts'

/** Every change and every use of a second factor stands with the account. */
export async function traceSecondFactor(
  platform: Platform,
  { viewer, origin }: { viewer: StaffMember; origin: string },
  action: Extract<AuditAction, `SECOND_FACTOR_${string}` | `RECOVERY_CODE${string}`>,
  change: Pick<AuditChange, 'kind' | 'authenticatorId' | 'left'> = {},
): Promise<void> {
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    origin,
    action,
    recordType: 'Account',
    recordId: viewer.accountId,
    change,
  })
}
