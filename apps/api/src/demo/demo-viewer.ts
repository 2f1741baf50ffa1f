import { staffRoles } from '../features/office/session/session-codes.ts'
import { oneOf } from '@shebao/kernel'
import type { Viewer } from '../graphql/context.ts'
import type { Platform } from '../platform/platform.ts'

/** The viewer that signing in with a demo account would give. */
export async function findDemoViewer(
  { database }: Platform,
  who: { employerId: string } | { staffNo: string },
): Promise<Viewer> {
  const account = await database.prisma.account.findFirstOrThrow({ where: who })
  return {
    accountId: account.id,
    sessionId: '',
    kind: account.kind === 'STAFF' ? 'STAFF' : 'EMPLOYER',
    stage: 'FULL',
    employerId: account.employerId ?? undefined,
    individualId: undefined,
    roles: account.roles.map((role) => oneOf(staffRoles, role, 'role')),
    displayName: account.displayName,
    language: account.language,
    expiresAt: new Date('9999-12-31T00:00:00Z'),
  }
}
