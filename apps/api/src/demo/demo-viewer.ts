import { findActing } from '../features/office/session/index.ts'
import { clerkDuties } from '../access/viewer.ts'
import type { DemoPerson } from '@shebao/prisma/seed'
import type { InsuredPerson, Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'

/** The viewer that signing in with a demo account would give; of an employer, its clerk who may do everything. */
export async function findDemoViewer(
  platform: Platform,
  who: { employerId: string } | { staffNo: string } | { operatorNo: string },
): Promise<Viewer> {
  const employerId = 'employerId' in who ? who.employerId : undefined
  const account = await platform.database.prisma.account.findFirstOrThrow({
    where:
      'staffNo' in who || 'operatorNo' in who
        ? who
        : { memberships: { some: { role: 'CLERK', scopeId: who.employerId, duties: { hasEvery: [...clerkDuties] } } } },
  })
  const acting = await findActing(platform, account.id, employerId)
  if (!acting) throw new Error('A demo account that acts for nobody.')
  const signedIn = {
    accountId: account.id,
    sessionId: '',
    stage: 'FULL' as const,
    displayName: account.displayName,
    language: account.language,
    expiresAt: new Date('9999-12-31T00:00:00Z'),
  }
  if (acting.scope === 'PARTNER')
    return { ...signedIn, kind: 'PARTNER', partnerId: acting.partnerId, partnerKind: acting.partnerKind }
  return acting.scope === 'OFFICE'
    ? { ...signedIn, kind: 'STAFF', officeId: acting.officeId, roles: acting.roles, districts: acting.districts }
    : { ...signedIn, kind: 'EMPLOYER', employerId: acting.employerId, duties: acting.duties }
}

/** Somebody insured, as signing in would give them; who never did has no account yet. */
export async function findInsured(platform: Platform, { id, name }: DemoPerson): Promise<InsuredPerson> {
  const account = await platform.database.prisma.account.findUnique({ where: { individualId: id } })
  return {
    kind: 'INSURED',
    accountId: account?.id ?? crypto.randomUUID(),
    individualId: id,
    sessionId: '',
    stage: 'FULL',
    displayName: name,
    language: 'zh-CN',
    expiresAt: new Date('9999-12-31T00:00:00Z'),
  }
}
