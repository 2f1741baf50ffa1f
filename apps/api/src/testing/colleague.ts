import type { StaffMember, StaffRole } from '../access/viewer.ts'
import { staffViewer } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'

interface Given {
  staffNo?: string
  displayName?: string
  officeId?: string
}

/** Somebody of the office with an account, since what is done names who did it. */
export async function addColleague(
  { database }: TestPlatform,
  roles: readonly StaffRole[],
  { staffNo = `S${crypto.randomUUID().slice(0, 8)}`, displayName = staffNo, ...given }: Given = {},
): Promise<StaffMember> {
  const { id: accountId } = await database.prisma.account.create({
    data: { kind: 'STAFF', staffNo, displayName, passwordHash: '' },
  })
  return staffViewer(roles, { accountId, displayName, ...given })
}
