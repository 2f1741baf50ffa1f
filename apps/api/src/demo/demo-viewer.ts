import { staffRoles } from '../access/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'

/** The viewer that signing in with a demo account would give. */
export async function findDemoViewer(
  { database }: Platform,
  who: { employerId: string } | { staffNo: string },
): Promise<Viewer> {
  const account = await database.prisma.account.findFirstOrThrow({ where: who })
  const signedIn = {
    accountId: account.id,
    sessionId: '',
    stage: 'FULL' as const,
    displayName: account.displayName,
    language: account.language,
    expiresAt: new Date('9999-12-31T00:00:00Z'),
  }
  return account.employerId === null
    ? { ...signedIn, kind: 'STAFF', roles: staffRoles.filter((role) => account.roles.includes(role)) }
    : { ...signedIn, kind: 'EMPLOYER', employerId: account.employerId }
}
