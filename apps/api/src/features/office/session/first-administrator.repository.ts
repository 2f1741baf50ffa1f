import type { StaffRole } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface FirstAccount {
  officeId: string
  staffNo: string
  displayName: string
  roles: readonly StaffRole[]
  /** Of the initial password, which permits nothing but choosing another one. */
  passwordHash: string
}

/** The account with its memberships, in force from today. */
export async function insertFirstAccount(
  { database, clock }: Platform,
  { officeId, staffNo, displayName, roles, passwordHash }: FirstAccount,
): Promise<string> {
  const { id } = await database.prisma.account.create({
    data: { kind: 'STAFF', staffNo, displayName, passwordHash, passwordInitial: true },
    select: { id: true },
  })
  const validFrom = clock.today()
  await database.prisma.membership.createMany({
    data: roles.map((role) => ({ accountId: id, role, scopeKind: 'OFFICE', scopeId: officeId, validFrom })),
  })
  return id
}
